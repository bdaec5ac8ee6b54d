import type { Plugin } from 'vite';
import { readApi } from '../scripts/docs/api-reference.mjs';
import { documentation } from '../scripts/docs/markdown.mjs';

const API = 'virtual:alloy-api';

/**
 * What the documentation shows and nobody writes by hand: the public API, read from the source. The static build also gets every
 * page as Markdown, for assistants.
 */
export function docsData(): Plugin {
  return {
    name: 'alloy-docs-data',
    resolveId: (id) => (id === API ? `\0${id}` : undefined),
    load: (id) => (id === `\0${API}` ? `export default ${JSON.stringify(readApi())}` : undefined),
    async generateBundle() {
      for (const [fileName, source] of Object.entries(await documentation())) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
