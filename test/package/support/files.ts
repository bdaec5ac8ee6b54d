import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The installed package's folder. */
export const packageFolder = join(inject('consumer'), 'node_modules/alloy-react');

/** Its files as slash-separated paths, those under `folder` alone. */
export function filesIn(folder = ''): string[] {
  return readdirSync(join(packageFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packageFolder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
