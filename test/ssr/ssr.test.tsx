import { version } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { App } from './support/App';

test('renders to a string on Node, where there is no DOM, and fetches nothing there', () => {
  expect(typeof document).toBe('undefined');
  expect(typeof window).toBe('undefined');
  const fetch = vi.fn<typeof globalThis.fetch>();
  const html = renderToString(<App fetch={fetch} />);
  expect(html).toContain('idle');
  expect(html).toMatch(/<button[^>]*data-state="idle"[^>]*><span[^>]*>Connect<\/span><\/button>/);
  expect(html).toMatch(/<button[^>]*><span[^>]*>Connected<\/span><\/button>/);
  // An inline style in HTML is what a strict content security policy refuses.
  expect(html).not.toContain('style=');
  expect(fetch).not.toHaveBeenCalled();
});

test('runs on the React that this run is meant for', () => {
  expect(version.split('.')[0]).toBe(process.env.REACT_MAJOR);
});
