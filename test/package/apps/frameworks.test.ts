import { expect, onTestFinished, test } from 'vitest';
import { connectShopify } from '../support/drive';
import { installApp, tell, type InstalledApp } from '../support/install-app';
import { serveApp, type ServedApp } from '../support/serve-app';
import { withBrowserAndSandbox } from '../support/browser-and-sandbox';

/** React Router's own entry waits with its answer to a crawler until all is rendered. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';

const given = withBrowserAndSandbox();

/** The app's server, whose token route speaks to the sandbox. */
async function serve(app: InstalledApp, command: string, args: string[]): Promise<ServedApp> {
  const served = await serveApp(app, command, args, {
    ALLOY_API_KEY: 'sandbox',
    ALLOY_BASE_URL: given.sandbox,
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: '127.0.0.1',
  });
  onTestFinished(served.close);
  return served;
}

test.each(['--webpack', '--turbopack'])(
  'a Next 16 app, built with %s, connects Shopify in Chromium',
  async (bundler) => {
    const app = installApp('next', ['next@16.4.5', 'react@19', 'react-dom@19']);
    app.run('next', ['build', bundler], { NEXT_TELEMETRY_DISABLED: '1' });
    const { origin } = await serve(app, 'next', ['start', '--hostname', '127.0.0.1']);
    const shown = await connectShopify(given.browser, { origin, sandbox: given.sandbox });
    expect(shown).toContain('guard is right');
    tell(`tried: Next 16, ${bundler.slice(2)}`);
  },
  600_000,
);

test('an app of React Router in framework mode connects Shopify, and reads the list', async () => {
  const app = installApp('react-router');
  app.run('react-router', ['build']);
  const { origin } = await serve(app, 'react-router-serve', ['./build/server/index.js']);
  const page = await fetch(origin, { headers: { 'user-agent': BROWSER } });
  expect(page.status).toBe(200);
  const shown = await connectShopify(given.browser, { origin, sandbox: given.sandbox });
  expect(shown).toMatch(/\d integrations/);
  tell('tried: React Router 7, framework mode');
}, 600_000);
