import { describe, expect, test } from 'vitest';
import { readRetryAfterMs } from '../../src/shared/retry-after';
import { retryDelayMs } from '../../src/shared/retry-delay';

const NOW = Date.UTC(2026, 0, 5, 9);
const utc = (ms: number): string => new Date(ms).toUTCString();

describe('Retry-After', () => {
  test.each<[string, Record<string, string>, number | undefined]>([
    ['is missing', {}, undefined],
    ['is empty', { 'retry-after': '' }, undefined],
    ['is in seconds', { 'retry-after': '120' }, 120_000],
    ['is zero', { 'retry-after': '0' }, 0],
    ['has a fraction', { 'retry-after': '1.5' }, 1_500],
    ['is a year', { 'retry-after': '31536000' }, 86_400_000],
    ['is a word', { 'retry-after': 'soon' }, undefined],
    ['is negative', { 'retry-after': '-5' }, undefined],
    ['is no decimal number', { 'retry-after': '0x10' }, undefined],
    ['is a date', { 'retry-after': utc(NOW + 7_000) }, 7_000],
    ['is a date that has passed', { 'retry-after': utc(NOW - 7_000) }, 0],
    [
      "is a date by the answer's own clock, which is a day ahead",
      { 'retry-after': utc(NOW + 86_407_000), date: utc(NOW + 86_400_000) },
      7_000,
    ],
    [
      'is a date beside a Date that cannot be read',
      { 'retry-after': utc(NOW + 7_000), date: 'now' },
      7_000,
    ],
  ])('%s', (_, headers, expected) => {
    expect(readRetryAfterMs(new Headers(headers), NOW)).toBe(expected);
  });
});

test('a limit cuts both kinds of Retry-After', () => {
  for (const value of ['600', utc(NOW + 600_000)]) {
    expect(readRetryAfterMs(new Headers({ 'retry-after': value }), NOW, 60_000)).toBe(60_000);
  }
});

describe('the pause before a retry', () => {
  const spread = [...Array(200).keys()].map((client) => client / 200);

  test('is a random share of a limit that doubles', () => {
    for (const [attempt, limitMs] of [
      [1, 1_000],
      [2, 2_000],
      [3, 4_000],
    ] as const) {
      const pauses = spread.map((random) =>
        retryDelayMs({ attempt, baseMs: 1_000, random: () => random }),
      );
      expect(Math.max(...pauses)).toBeLessThanOrEqual(limitMs);
      expect(Math.max(...pauses)).toBeGreaterThan(limitMs * 0.9);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100);
    }
  });

  test('never undercuts what the server asked for, and spreads all who were asked the same', () => {
    const pauses = spread.map((random) =>
      retryDelayMs({ attempt: 1, baseMs: 250, retryAfterMs: 3_000, random: () => random }),
    );
    expect(Math.min(...pauses)).toBeGreaterThan(3_000);
    expect(new Set(pauses).size).toBe(200);
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(1_000);
  });

  test('is not nothing when the server asks for none, and grows', () => {
    const [first, third] = [1, 3].map((attempt) =>
      retryDelayMs({ attempt, baseMs: 1_000, retryAfterMs: 0, random: () => 0.5 }),
    );
    expect(first).toBeGreaterThan(100);
    expect(third).toBeGreaterThan(first ?? 0);
  });
});
