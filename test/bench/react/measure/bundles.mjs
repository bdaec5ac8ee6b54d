import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = resolve('test/bench/react');
const ENTRY = 'app.js';

/** What an app writes to get each of them on its first page. */
const IMPORTS = {
  'alloy-react: button': `import { AlloyProvider, IntegrationButton } from 'alloy-react'; use(AlloyProvider, IntegrationButton);`,
  'alloy-react: + a data hook': `import { AlloyProvider, IntegrationButton, useIntegrations } from 'alloy-react'; use(AlloyProvider, IntegrationButton, useIntegrations);`,
  'alloy-react: + the catalog': `import { AlloyProvider, IntegrationButton, useIntegrations, IntegrationCatalog } from 'alloy-react'; use(AlloyProvider, IntegrationButton, useIntegrations, IntegrationCatalog);`,
  'alloy-frontend, bare': `import Alloy from 'alloy-frontend'; use(Alloy);`,
  'react-plaid-link: hook and button': `import { PlaidLink, usePlaidLink } from 'react-plaid-link'; use(PlaidLink, usePlaidLink);`,
  '@mergeapi/react-merge-link': `import { useMergeLink } from '@mergeapi/react-merge-link'; use(useMergeLink);`,
  '@quiltt/react: button': `import { QuilttProvider, QuilttButton } from '@quiltt/react'; use(QuilttProvider, QuilttButton);`,
  '@stripe/react-connect-js': `import { loadConnectAndInitialize } from '@stripe/connect-js'; import { ConnectComponentsProvider, ConnectPayments } from '@stripe/react-connect-js'; use(loadConnectAndInitialize, ConnectComponentsProvider, ConnectPayments);`,
  '@nangohq/frontend': `import Nango from '@nangohq/frontend'; use(Nango);`,
  '@tanstack/react-query alone': `import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'; use(QueryClient, QueryClientProvider, useQuery);`,
};

/** By how much the first page of a Vite app with React and a lazy route grows: gzip -9, in bytes, by what it imports. */
export async function measureBundles() {
  const bare = await firstPage('');
  /** @type {Map<string, number>} */
  const deltas = new Map();
  for (const [name, code] of Object.entries(IMPORTS)) {
    deltas.set(name, (await firstPage(code)) - bare);
  }
  return deltas;
}

/** @param {string} code */
async function firstPage(code) {
  const file = resolve(ROOT, ENTRY);
  const route = resolve(ROOT, 'route.js');
  const sources = new Map([
    [
      file,
      `import { createElement, lazy } from 'react';
       import { createRoot } from 'react-dom/client';
       const use = (...parts) => (window.parts = parts);
       const Route = lazy(() => import('./route.js'));
       ${code}
       createRoot(document.body).render(createElement(Route));`,
    ],
    [route, `export default () => 'A page of its own';`],
  ]);
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    mode: 'production',
    resolve: {
      alias: { 'alloy-react': resolve('dist/esm/index.js') },
      dedupe: ['react', 'react-dom'],
    },
    plugins: [
      {
        name: 'app',
        enforce: 'pre',
        resolveId: (id) =>
          id === ENTRY ? file : id.endsWith('/route.js') && id.startsWith('.') ? route : null,
        load: (id) => sources.get(id) ?? null,
      },
    ],
    build: { write: false, reportCompressedSize: false, rollupOptions: { input: ENTRY } },
  });
  const chunks = [result]
    .flat()
    .flatMap((output) => ('output' in output ? output.output : []))
    .filter((item) => item.type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of first) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      first.add(next);
  }
  return chunks
    .filter(({ fileName }) => first.has(fileName))
    .reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
}
