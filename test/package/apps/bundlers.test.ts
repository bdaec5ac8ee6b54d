import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectShopify } from '../support/drive';
import { installApp, tell } from '../support/install-app';
import { serveFolder } from '../support/serve-folder';
import { withBrowserAndSandbox } from '../support/browser-and-sandbox';

interface App {
  /** Of test/apps. */
  folder: string;
  packages: string[];
  command: string[];
  /** Where the build is. @default "dist" */
  output?: string;
  /** The page, where the bundler takes none. */
  page?: string;
  /** What its scripts hold when it was built as meant. */
  holds?: string;
}

const REACT_19 = ['react@19', 'react-dom@19'];
const VITE = { folder: 'vite', command: ['vite', 'build'] };

const APPS: Record<string, App> = {
  'Vite 8, React 19': { ...VITE, packages: [...REACT_19, 'vite@8', '@vitejs/plugin-react@6'] },
  'Vite 7, React 19': { ...VITE, packages: [...REACT_19, 'vite@7', '@vitejs/plugin-react@5'] },
  'Vite 8, React 18': {
    ...VITE,
    packages: ['react@18', 'react-dom@18', 'vite@8', '@vitejs/plugin-react@6'],
  },
  'Vite 7, compiled by React Compiler': {
    folder: 'vite',
    packages: [
      ...REACT_19,
      ...['vite@7', '@vitejs/plugin-react@5', 'babel-plugin-react-compiler@1'],
    ],
    command: ['vite', 'build', '--config', 'compiler.config.mjs'],
    holds: 'react.memo_cache_sentinel',
  },
  'webpack 5': {
    folder: 'webpack',
    packages: [...REACT_19, 'webpack@5', 'webpack-cli@6'],
    command: ['webpack', '--mode', 'production', '--entry', './main.js'],
    page: 'index.html',
  },
  'Rspack 1': {
    folder: 'rspack',
    packages: [...REACT_19, '@rspack/core@1', '@rspack/cli@1'],
    command: ['rspack', 'build'],
    page: 'index.html',
  },
  // As it comes: it does not read "exports".
  'Parcel 2': {
    folder: 'parcel',
    packages: [...REACT_19, 'parcel@2'],
    command: ['parcel', 'build', 'index.html', '--no-cache'],
  },
};

const given = withBrowserAndSandbox();

test.each(Object.entries(APPS))(
  'an app of %s, built by its own command, connects Shopify in Chromium',
  async (name, { folder, packages, command, output = 'dist', page, holds = '' }) => {
    const app = installApp(folder, packages);
    const [program = '', ...args] = command;
    const said = app.run(program, args);
    expect(said).not.toMatch(/\bwarning\b/i);
    if (page) cpSync(join(app.folder, page), join(app.folder, output, page));
    expect(scriptsIn(join(app.folder, output))).toContain(holds);
    const served = await serveFolder(join(app.folder, output));
    onTestFinished(served.close);
    await connectShopify(given.browser, {
      origin: served.origin,
      sandbox: given.sandbox,
      tokenFromSandbox: true,
    });
    tell(`tried: ${name}`);
  },
  600_000,
);

function scriptsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join();
}
