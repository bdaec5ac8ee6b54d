import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The source of Alloy's SDK, as npm installed it beside this package. */
export function readAlloyFrontend(): string {
  return readFileSync(createRequire(import.meta.url).resolve('alloy-frontend'), 'utf8');
}
