import { createServer } from 'node:http';
import { createFakeToken } from '../../../../dist/esm/testing/index.js';
import { bundleForPage } from './bundle.mjs';

/** What other makers' scripts would set; the bench measures their React halves. */
const STUBS = `
  const nothing = () => undefined;
  window.Plaid = { create: ({ onLoad }) => (onLoad?.(), { open: nothing, exit: nothing, destroy: nothing, submit: nothing }) };
  window.MergeLink = { initialize: ({ onReady }) => onReady?.(), openLink: nothing };
`;

/**
 * Serves a page for each subject, and the token endpoint.
 *
 * @param {string[]} subjects
 * @param {{ latencyMs: number }} network
 */
export async function servePages(subjects, network) {
  const bundles = new Map();
  for (const subject of subjects) bundles.set(subject, await bundleForPage(subject));
  const requests = { token: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, subject = '', file] = pathname.split('/');
    if (pathname === '/api/alloy/token') requests.token++;
    const answer = () => {
      if (pathname === '/api/alloy/token') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ token: createFakeToken() }));
      } else if (file) {
        response.setHeader('content-type', 'text/javascript');
        response.end(bundles.get(subject)?.get(file));
      } else {
        response.setHeader('content-type', 'text/html');
        response.end(
          `<!doctype html><script>${STUBS}</script><script type="module" src="/${subject}/page.js"></script>`,
        );
      }
    };
    if (network.latencyMs > 0 && file !== undefined) setTimeout(answer, network.latencyMs);
    else answer();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A page of a subject, in a process of its own.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {string} subject
 */
export async function openPage(browser, origin, subject) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw new Error(`${subject}: ${error.message}`);
  });
  await page.route('**', (route) => {
    const { origin: asked } = new URL(route.request().url());
    if (asked === origin) return route.continue();
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  await page.goto(`${origin}/${subject}/`);
  await page.waitForFunction('window.bench');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  /** Processor time of the main thread until now, in ms. */
  async function cpu() {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  }

  return {
    page,
    /** @param {() => Promise<unknown>} action */
    async measure(action) {
      await session.send('HeapProfiler.collectGarbage');
      const before = await cpu();
      const result = await action();
      return { ms: (await cpu()) - before, result };
    },
    close: () => context.close(),
  };
}
