import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import { buildNext, startNext } from './support/next';
import { API_KEY, connectShopify, filesOf, writeApp } from './support/quick-start';

const APP = 'Next.js';
/** In the repository: Next's bundler follows no link that leads out of the project's root. */
const folder = 'temp/quick-start-next';

/** What `create-next-app --typescript --app --no-src-dir` makes and the page leaves as it is. */
const TEMPLATE = {
  'package.json': '{ "private": true }',
  'next.config.ts': `import type { NextConfig } from 'next';

// One process, for a small machine. The rest is the starter's.
const nextConfig: NextConfig = { experimental: { cpus: 1 } };

export default nextConfig;`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'ES2017',
      lib: ['dom', 'dom.iterable', 'esnext'],
      allowJs: true,
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      esModuleInterop: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      resolveJsonModule: true,
      isolatedModules: true,
      jsx: 'react-jsx',
      incremental: true,
      plugins: [{ name: 'next' }],
    },
    include: ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts'],
    exclude: ['node_modules'],
  }),
  'app/layout.tsx': `export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}`,
};

let next: ChildProcess | undefined;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  writeApp(folder, APP, TEMPLATE, []);
  buildNext(folder);
  ({ child: next, origin } = await startNext(folder, {
    ALLOY_API_KEY: API_KEY,
    NODE_OPTIONS: `--import=${pathToFileURL(resolve(folder, 'alloy.mjs')).href}`,
  }));
  browser = await launchChromium();
}, 240_000);

afterAll(async () => {
  await browser.close();
  next?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the quick start, followed word by word in a Next app, connects Shopify', async () => {
  expect(filesOf(APP).map(([file]) => file)).toEqual([
    'app/api/alloy/token/route.ts',
    'app/integrations.tsx',
    'app/page.tsx',
  ]);
  await connectShopify(browser, origin);
}, 120_000);
