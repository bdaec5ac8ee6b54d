import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, packageFolder } from './support/files';
import packageJson from '../../package.json' with { type: 'json' };

const text = (file: string): string => readFileSync(join(packageFolder, file), 'utf8');

/** A stub for each subpath is for what does not read "exports". */
const PAPERS_AND_STUBS = [
  ...['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/styles.css', 'styles.css'],
  ...Object.entries(packageJson.exports)
    .filter(([subpath, target]) => subpath !== '.' && typeof target !== 'string')
    .map(([subpath]) => `${subpath.slice('./'.length)}/package.json`),
];

test('brings the built files and the papers, and nothing else', () => {
  const strays = filesIn().filter(
    (file) =>
      !/^dist\/(llms(-full)?\.txt|docs\/[\w-]+\.md)$/.test(file) &&
      !/^dist\/(esm|cjs)\/.+\.(js|cjs|d\.ts|d\.cts|map)$/.test(file) &&
      !PAPERS_AND_STUBS.includes(file),
  );
  expect(strays).toEqual([]);
  expect(filesIn()).toContain('LICENSE');
});

test('holds each file that package.json points to', () => {
  const paths = JSON.stringify([packageJson.main, packageJson.module, packageJson.exports]).match(
    /\.\/[\w./-]+(?=")/g,
  );
  const targets = (paths ?? []).filter((path) => /^\.\/(dist\/|package\.json)/.test(path));
  expect(targets.length).toBeGreaterThan(12);
  const files = filesIn();
  for (const target of targets) expect(files).toContain(target.slice('./'.length));
});

test('has the same modules in both formats', () => {
  const modules = (format: string): string[] =>
    filesIn(`dist/${format}`)
      // The command is run by Node alone, in one format.
      .filter((file) => /\.c?js$/.test(file) && !file.includes('/testing/cli/'))
      .map((file) => file.replace(`dist/${format}/`, '').replace(/\.c?js$/, ''));
  expect(modules('cjs')).toEqual(modules('esm'));
});

test('maps each built file to its source, which the map holds', () => {
  const files = filesIn();
  for (const file of files.filter((name) => /\.c?js$/.test(name))) {
    expect(files).toContain(`${file}.map`);
    const map = JSON.parse(text(`${file}.map`)) as { sources: string[]; sourcesContent: string[] };
    expect(map.sources.length, file).toBe(map.sourcesContent.length);
    for (const source of map.sources) expect(source, file).toMatch(/^(\.\.\/)+src\/.+\.tsx?$/);
  }
});

test('says nothing of the machine that built it', () => {
  for (const file of filesIn()) expect(text(file), file).not.toContain(process.cwd());
});

test('holds every page of the documentation as Markdown, with an index for assistants', () => {
  const index = text('dist/llms.txt');
  const pages = [...index.matchAll(/\]\((docs\/[\w-]+\.md)\)/g)].map(([, path = '']) => path);
  expect(pages.length).toBeGreaterThan(30);
  for (const page of pages) {
    const markdown = text(`dist/${page}`);
    expect(markdown, page).toMatch(/^# /);
    const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`/g, '');
    expect(/^import |^<[A-Z]\w+|\?path=|\{\/\*/m.exec(prose), page).toBeNull();
    for (const [, target = ''] of prose.matchAll(/\]\(([\w-]+\.md)/g)) {
      expect(pages, `${page} links to ${target}`).toContain(`docs/${target}`);
    }
    expect(text('dist/llms-full.txt')).toContain(markdown.trim());
  }
});
