/** `npm run docs:shots`: the picture of the README, taken from the playground of the built Storybook. */
import { preview } from 'vite';
import { ensureChromium, launchChromium } from '../browsers/chromium.mjs';

const PICTURE = 'docs/flow.png';

ensureChromium();
const site = await preview({
  configFile: false,
  build: { outDir: 'storybook-static' },
  preview: { port: 0, host: '127.0.0.1' },
});
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width: 1080, height: 780 },
  deviceScaleFactor: 1.5,
});
const playground = 'iframe.html?id=playground--default&viewMode=story';
await page.goto(new URL(playground, site.resolvedUrls.local[0]).href);
await page.getByText('ready').waitFor();
await page.getByRole('button', { name: 'Connect' }).click();
await page.frameLocator('iframe').getByRole('button', { name: 'Connect Shopify' }).waitFor();
await page.screenshot({ path: PICTURE });
await browser.close();
await site.close();
console.log(`${PICTURE} is new.`);
