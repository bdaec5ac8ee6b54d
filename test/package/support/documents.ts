import { readdirSync } from 'node:fs';

/** Whatever shows code to a reader. */
export const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('stories', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `stories/${name.replaceAll('\\', '/')}`),
];
