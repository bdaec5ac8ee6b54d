import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProperties } from '../../stories/styling/properties';

const properties = readProperties(readFileSync('src/styles.css', 'utf8'));

/** WCAG 2, success criterion 1.4.3: what is written in a colour, and what it is written on. */
const TEXTS = [
  ['text', 'surface'],
  ['text', 'surface-muted'],
  ['text-muted', 'surface'],
  ['text-muted', 'surface-muted'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-active'],
  ['success', 'surface'],
  ['danger', 'surface'],
  ['danger', 'danger-surface'],
  ['notice', 'surface'],
] as const;

/** Success criterion 1.4.11: edges of fields, switches, the focus ring. */
const PARTS = [
  ['control-border', 'surface'],
  ['switch-on', 'surface'],
  ['switch-off', 'surface'],
  ['focus', 'surface'],
] as const;

const SCHEMES = ['light', 'dark'] as const;

test.each(SCHEMES)('texts have a contrast of at least 4.5:1, in the %s', (scheme) => {
  for (const [text, ground] of TEXTS) {
    expect(contrast(text, ground, scheme), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(SCHEMES)('edges of controls have a contrast of at least 3:1, in the %s', (scheme) => {
  for (const [part, ground] of PARTS) {
    expect(contrast(part, ground, scheme), `${part} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
});

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map((name) => luminance(valueOf(name, scheme)))
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function valueOf(name: string, scheme: 'light' | 'dark'): string {
  const value = properties.find((property) => property.name === `--alloy-${name}`)?.[scheme];
  if (!value || !/^#[0-9a-f]{6}$/i.test(value)) throw new Error(`--alloy-${name} is ${value}`);
  return value;
}

/** The relative luminance of a colour, as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => {
    const channel = parseInt(pair, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
