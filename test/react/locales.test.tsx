import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AlloyError } from '../../src/errors/alloy-error';
import { catalogLabels } from '../../src/react/catalog/labels';
import { buttonLabels, type AlloyLabels } from '../../src/react/labels';
import { modalLabels } from '../../src/sdk/dialog/labels';

const english: AlloyLabels = {
  button: buttonLabels,
  catalog: catalogLabels,
  modal: modalLabels({}),
};

const names = readdirSync('src/locales').map((file) => file.replace(/\.ts$/, ''));

async function localeOf(name: string): Promise<AlloyLabels> {
  const module = (await import(`../../src/locales/${name}.ts`)) as Record<string, AlloyLabels>;
  const labels = module[name];
  if (!labels) throw new Error(`src/locales/${name}.ts exports no ${name}.`);
  return labels;
}

/** Every label as a path and what it says, functions called. */
function words(labels: object, path = ''): [path: string, text: string][] {
  return Object.entries(labels).flatMap(([name, label]: [string, unknown]) => {
    const place = `${path}${name}`;
    if (typeof label === 'object' && label !== null) return words(label, `${place}.`);
    if (typeof label !== 'function') return [[place, String(label)] as [string, string]];
    const say = label as (...facts: unknown[]) => string;
    const error = new AlloyError('api/http', { status: 500 });
    if (place.endsWith('Error')) return [[place, say('Sync', error)]];
    return [[place, place.includes('disconnect') ? say('Shopify') : say(7)]];
  });
}

test('the languages that the guide names are there', () => {
  expect(names.sort()).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt']);
});

test.each(names)('%s says every word, and none in English', async (name) => {
  const said = words(await localeOf(name));
  const inEnglish = new Map(words(english));
  expect(said.map(([path]) => path).sort()).toEqual([...inEnglish.keys()].sort());
  for (const [path, text] of said) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toBe(inEnglish.get(path));
  }
});

test('a count of one, two and many is worded as the language does', async () => {
  const { results: german } = (await localeOf('de')).catalog;
  const { results: arabic } = (await localeOf('ar')).catalog;
  expect([german(1), german(2)]).toEqual(['1 Integration', '2 Integrationen']);
  expect([arabic(0), arabic(1), arabic(2)]).toEqual(['لا تكاملات', 'تكامل واحد', 'تكاملان']);
  expect(arabic(5)).toBe('5 تكاملات');
});
