/**
 * `npm run sandbox`: what `npx alloy-react sandbox` runs, from the source, so that nothing needs to be built first.
 *
 *   npm run sandbox -- --port 4010 --api-key test-key
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Inside the repository, where it finds alloy-frontend.
const outfile = fileURLToPath(new URL('../temp/sandbox.mjs', import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('../src/testing/cli/alloy-react.ts', import.meta.url))],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
process.argv.splice(2, 0, 'sandbox');
await import(outfile);
