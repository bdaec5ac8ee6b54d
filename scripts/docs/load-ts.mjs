import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Imports a TypeScript module of the repository into Node, which cannot read it by itself.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function loadTs(path) {
  const { outputFiles } = await build({
    entryPoints: [resolve(path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
