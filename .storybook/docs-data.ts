import type { Plugin } from 'vite';
import { readApi } from '../scripts/docs/api-reference.mjs';

const API = 'virtual:alloy-api';

/** What the documentation shows and nobody writes by hand: the public API, read from the source. */
export function docsData(): Plugin {
  return {
    name: 'alloy-docs-data',
    resolveId: (id) => (id === API ? `\0${id}` : undefined),
    load: (id) => (id === `\0${API}` ? `export default ${JSON.stringify(readApi())}` : undefined),
  };
}
