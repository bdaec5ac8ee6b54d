import forms from '@tailwindcss/forms';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import postcss from 'postcss';
import { compile } from 'tailwindcss';
import plugin3 from 'tailwindcss-3';
import type { BrowserCommandContext } from 'vitest/node';

const require = createRequire(import.meta.url);

/** Where what a stylesheet imports is. */
const FILES: Record<string, string> = {
  tailwindcss: require.resolve('tailwindcss/index.css'),
  'alloy-react/styles.css': resolve('src/styles.css'),
};

/** What Tailwind 4 makes of a stylesheet, for a page with these classes. */
export async function tailwind4(
  _command: BrowserCommandContext,
  css: string,
  classes: string[],
): Promise<string> {
  const compiler = await compile(css, {
    base: '/',
    loadStylesheet: async (id) => ({
      ...{ path: id, base: '/' },
      content: await readFile(FILES[id] ?? id, 'utf8'),
    }),
  });
  return compiler.build(classes);
}

/** The same, of Tailwind 3, with @tailwindcss/forms where asked for. */
export async function tailwind3(
  _command: BrowserCommandContext,
  css: string,
  classes: string[],
  { withForms = false } = {},
): Promise<string> {
  const plugin = plugin3({
    content: [{ raw: classes.join(' ') }],
    plugins: withForms ? [forms] : [],
  });
  return (await postcss([plugin]).process(css, { from: undefined })).css;
}
