/** `npm run screenshot`: the picture of the README, taken from the playground of a built Storybook. */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';

const PICTURE = 'docs/flow.png';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const folder = mkdtempSync(join(tmpdir(), 'alloy-react-storybook-'));
execFileSync('npx', ['storybook', 'build', '--quiet', '--output-dir', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = join(folder, normalize(pathname));
  if (!existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
const page = await browser.newPage({
  viewport: { width: 1080, height: 780 },
  deviceScaleFactor: 1.5,
});
await page.goto(
  `http://127.0.0.1:${server.address().port}/iframe.html?id=playground--default&viewMode=story`,
);
await page.getByText('ready').waitFor();
await page.getByRole('button', { name: 'Connect' }).click();
await page.frameLocator('iframe').getByRole('button', { name: 'Connect Shopify' }).waitFor();
await page.screenshot({ path: PICTURE });
await browser.close();
server.close();
console.log(`${PICTURE} is new.`);
