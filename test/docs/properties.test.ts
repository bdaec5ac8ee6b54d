import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProperties } from '../../stories/styling/properties';

const css = readFileSync('src/styles.css', 'utf8');

test('the page on styling knows every custom property of the stylesheet, and what it paints', () => {
  const properties = readProperties(css);
  const used = new Set(css.match(/--alloy-[a-z-]+/g));
  // A property that the stylesheet sets and reads by itself is nobody else's.
  const offered = [...used].filter((name) => properties.some((one) => one.name === name));
  expect(properties.length).toBe(offered.length);
  expect(properties.length).toBeGreaterThan(25);
  expect(properties.filter(({ paints }) => paints === '').map(({ name }) => name)).toEqual([]);
});

test('a value is read for each scheme', () => {
  const [property] = readProperties(
    ':where(:root, :host) { --alloy-a: 0 0 light-dark(rgb(0 0 0 / 1), #fff); }',
  );
  expect(property).toMatchObject({ light: '0 0 rgb(0 0 0 / 1)', dark: '0 0 #fff' });
});
