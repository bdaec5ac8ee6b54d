import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { AlloyDevtools, recordAlloyEvent } from '../../../src/devtools';
import { forgetEvents } from '../../../src/devtools/record';
import { AlloyError } from '../../../src/errors/alloy-error';

afterEach(() => {
  cleanup();
  act(forgetEvents);
});

test('shows what onEvent hears, an error by its code', () => {
  render(<AlloyDevtools defaultOpen />);
  act(() => {
    recordAlloyEvent({ type: 'sdk.loaded', durationMs: 12.4 });
    recordAlloyEvent({ type: 'sdk.failed', error: new AlloyError('sdk/invalid') });
  });
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines[0]).toContain('sdk.loaded durationMs=12');
  expect(lines[1]).toContain('sdk.failed error=sdk/invalid');
  expect(screen.getByText('Alloy events (2)')).toBeVisible();
});

test('keeps a hundred events, and forgets them on demand', async () => {
  render(<AlloyDevtools defaultOpen />);
  act(() => {
    for (let count = 0; count < 120; count++)
      recordAlloyEvent({ type: 'sdk.loaded', durationMs: count });
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(100);
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.queryByRole('listitem')).toBeNull();
});

test('is nothing at all in production', () => {
  vi.stubEnv('NODE_ENV', 'production');
  recordAlloyEvent({ type: 'sdk.loaded', durationMs: 1 });
  const { container } = render(<AlloyDevtools defaultOpen />);
  expect(container).toBeEmptyDOMElement();
  vi.unstubAllEnvs();
  render(<AlloyDevtools defaultOpen />);
  expect(screen.getByText('Alloy events (0)')).toBeVisible();
});
