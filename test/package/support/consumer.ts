import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside of the repository in which the packed tarball is installed, with what it declares. */
    consumer: string;
  }
}

interface Manifest {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/** What a consumer has besides: the types of the peers and of Node. */
const TYPES = ['@types/react', '@types/react-dom', '@types/node'];

/** Packs `dist` as it is and installs it, so that a test sees what npm would bring. */
export default function setup({ provide }: TestProject): () => void {
  if (!existsSync('dist')) throw new Error('There is no dist to pack: run `npm run build` first.');
  const consumer = mkdtempSync(join(tmpdir(), 'alloy-react-consumer-'));
  const installed = join(consumer, 'node_modules/alloy-react');
  mkdirSync(installed, { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', consumer], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [tarball = ''] = readdirSync(consumer).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(consumer, tarball), '-C', installed, '--strip-components=1']);

  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  for (const name of [...declared, ...TYPES]) {
    const link = join(consumer, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link, 'junction');
  }
  provide('consumer', consumer);
  return () => rmSync(consumer, { recursive: true, force: true });
}
