import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { inject } from 'vitest';
import webpack from 'webpack';

/** An app that was built from the installed package. */
export interface BuiltApp {
  folder: string;
  /** The modules that the page needs before it runs, and those it fetches later. */
  first: string[];
  later: string[];
}

/** A copy of test/apps/`name` beside the installed package. */
function copyApp(name: string): string {
  const folder = join(inject('consumer'), name);
  cpSync(join('test/apps', name), folder, { recursive: true });
  return folder;
}

async function bundleWithVite(alias: Record<string, string> = {}): Promise<BuiltApp> {
  const root = copyApp('vite');
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((item) => item.type === 'chunk');
  const first = chunks.filter(({ isEntry }) => isEntry);
  for (const { imports } of first) {
    first.push(
      ...chunks.filter((chunk) => imports.includes(chunk.fileName) && !first.includes(chunk)),
    );
  }
  const modulesOf = (some: typeof chunks): string[] => some.flatMap(({ moduleIds }) => moduleIds);
  return {
    folder: join(root, 'dist'),
    first: modulesOf(first),
    later: modulesOf(chunks.filter((chunk) => !first.includes(chunk))),
  };
}

export function buildWithVite(): Promise<BuiltApp> {
  return bundleWithVite();
}

export function buildWithViteOnReact18(): Promise<BuiltApp> {
  const react18 = (name: string): string => resolve('test/apps/react18/node_modules', name);
  return bundleWithVite({ react: react18('react'), 'react-dom': react18('react-dom') });
}

export async function buildWithWebpack(): Promise<BuiltApp> {
  const context = copyApp('webpack');
  const folder = join(context, 'dist');
  const stats = await new Promise<webpack.Stats | undefined>((done, reject) => {
    webpack(
      {
        context,
        mode: 'production',
        entry: './main.js',
        output: { path: folder },
        // One module a line in the statistics.
        optimization: { concatenateModules: false },
      },
      (error, result) => (error ? reject(error) : done(result)),
    );
  });
  cpSync(join(context, 'index.html'), join(folder, 'index.html'));
  const { errors = [], warnings = [], chunks = [] } = stats?.toJson({ chunkModules: true }) ?? {};
  const problems = [...errors, ...warnings].map(({ message }) => message);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const modulesOf = (isFirst: boolean): string[] =>
    chunks
      .filter(({ initial }) => initial === isFirst)
      .flatMap(({ modules = [] }) => modules.map(({ name = '' }) => name));
  return { folder, first: modulesOf(true), later: modulesOf(false) };
}
