import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { packageFolder } from './files';

const PAGE = 'stories/start/QuickStart.mdx';
/** What the page writes into the app's file of secrets. */
export const API_KEY = 'your-development-key';

/** Answers Alloy's API from the package's own sandbox: nothing else of the app is changed. */
const ALLOY = `import { createSandboxApi } from 'alloy-react/testing';
const sandbox = createSandboxApi({ apiKey: '${API_KEY}' });
const network = globalThis.fetch;
globalThis.fetch = (input, init) =>
  String(input instanceof Request ? input.url : input).includes('runalloy.com') ? sandbox(input, init) : network(input, init);`;

/** Node's option that puts the sandbox in Alloy's place. */
export const WITH_ALLOY = '--import=./alloy.mjs';

/** The files of a section, by the titles of its code blocks. */
export function filesOf(section: string): [file: string, code: string][] {
  const [, rest = ''] = readFileSync(PAGE, 'utf8').split(`## ${section}\n`);
  const [text = ''] = rest.split(/^## /m);
  return [...text.matchAll(/^```\w+ title="(.+?)"\n([\s\S]*?)^```/gm)].map(
    ([, file = '', code = '']) => [file, code],
  );
}

/**
 * Writes an app: what the framework's own starter makes, and over it the files of the page's section. `packages` and the packed
 * tarball are in its node_modules.
 */
export function writeApp(
  folder: string,
  section: string,
  template: Record<string, string>,
  packages: readonly string[],
): void {
  const files = [...Object.entries(template), ...filesOf(section), ['alloy.mjs', ALLOY]];
  for (const [file = '', text = ''] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const name of packages) {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(resolve('node_modules', name), path, 'junction');
  }
  // No link: a bundler may follow none that leads out of the app.
  cpSync(packageFolder, join(folder, 'node_modules/alloy-react'), { recursive: true });
}

/** What the reader of the page does last. Alloy's page in the modal is the test's own. */
export async function connectShopify(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.route('https://app.runalloy.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<button onclick="parent.postMessage({ workflowCreated: true }, \'*\')">Finish</button>',
    }),
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Connect Shopify' }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Connected' }).waitFor();
}
