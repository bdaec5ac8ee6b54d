/**
 * `npm run size`: what an app gets of this library, as a page loads it: the entry and the chunks that it imports statically,
 * minified, gzip -9. By esbuild with code splitting, and by Vite, as the growth of an app of React. Under "later" is what
 * a page fetches beside its first token: the engine and Alloy's SDK.
 *
 * Fails above a limit. README says the limits of Vite, in kB.
 */
import { readFileSync } from 'node:fs';
import { measureWithEsbuild, measureWithVite } from './size/builds.mjs';

const BUTTON = ['AlloyProvider', 'useAlloyInstall', 'IntegrationButton'];
const HOOK = [...BUTTON, 'useIntegrations'];
const CATALOG = [...HOOK, 'IntegrationCatalog'];

/** What an app imports, and its limits in bytes. */
const APPS = [
  { name: 'the button', imports: BUTTON, esbuild: 5_250, vite: 5_400, later: 18_800 },
  { name: '+ a data hook', imports: HOOK, esbuild: 11_700, vite: 11_200, later: 18_000 },
  { name: '+ the catalog', imports: CATALOG, esbuild: 17_200, vite: 16_000, later: 18_000 },
];

const readme = readFileSync('README.md', 'utf8');
/** @type {string[]} */
const faults = [];

/** @param {(string | number)[]} cells */
function print([first, ...rest]) {
  console.log(String(first).padEnd(16) + rest.map((cell) => String(cell).padStart(9)).join(''));
}

print(['bytes, gzip -9', 'esbuild', 'Vite', 'later']);
for (const { name, imports, ...limits } of APPS) {
  const { first: esbuild, later } = await measureWithEsbuild(imports);
  const sizes = { esbuild, vite: await measureWithVite(imports), later };
  print([name, sizes.esbuild, sizes.vite, sizes.later]);
  for (const by of /** @type {const} */ (['esbuild', 'vite', 'later'])) {
    if (sizes[by] > limits[by]) faults.push(`${name}: the limit of "${by}" is ${limits[by]}`);
  }
  const kilobytes = `${limits.vite / 1_000} kB`;
  if (!readme.includes(kilobytes)) faults.push(`${name}: README does not say "${kilobytes}"`);
}
for (const fault of faults) console.error(`FAILED: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
