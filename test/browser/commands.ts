import { readFileSync } from 'node:fs';
import type { BrowserCommand } from 'vitest/node';

const ALLOY_ORIGINS = 'https://*.runalloy.com/**';
const MODAL_PAGE = readFileSync(new URL('./alloy-page.html', import.meta.url), 'utf8');

/** From now on Alloy's origins are answered by this test, with test/browser/alloy-page.html. */
export const answerAlloy: BrowserCommand = async ({ context }) => {
  await context.unroute(ALLOY_ORIGINS);
  await context.route(ALLOY_ORIGINS, (route) =>
    route.fulfill({ contentType: 'text/html', body: MODAL_PAGE }),
  );
};
