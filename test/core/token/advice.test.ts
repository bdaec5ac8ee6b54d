import { expect, test, vi } from 'vitest';
import { takeConsole } from '../../support/console';
import { createFakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy, type StartOptions } from '../support/start-alloy';

async function warningsFor(options: NonNullable<StartOptions['options']>): Promise<string> {
  startAlloy({ options });
  await settle();
  return takeConsole('warn').join('\n');
}

test('a token endpoint on another origin that is sent no credentials', async () => {
  expect(await warningsFor({ tokenUrl: 'https://api.example/a' })).toContain(
    "credentials: 'include'",
  );
});

test.each<[string, NonNullable<StartOptions['options']>]>([
  ['the same origin', { tokenUrl: '/b' }],
  ['cookies', { tokenUrl: 'https://api.example/c', tokenRequest: { credentials: 'include' } }],
  ['a header', { tokenUrl: 'https://api.example/d', tokenRequest: { headers: { a: 'b' } } }],
  ['a function', { tokenUrl: 'https://api.example/e', tokenRequest: () => ({}) }],
])('no warning for %s', async (_, options) => {
  expect(await warningsFor(options)).toBe('');
});

test('a token endpoint over http: on an https: page', async () => {
  expect(await warningsFor({ tokenUrl: 'http://host.example/token' })).toContain('https:');
});

test("Alloy's own API as the token endpoint, whose key would be public", async () => {
  const tokenUrl = 'https://production.runalloy.com/users/u/token?key=secret';
  const warnings = await warningsFor({ tokenUrl });
  expect(warnings).toContain('API key');
  expect(warnings).not.toContain('secret');
});

test('a token endpoint whose answers a cache may keep', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(() => Response.json({ token: backend.token() }));
  const { refresh } = startAlloy({
    browser,
    backend,
    options: { tokenUrl: '/cacheable' },
  });
  await refresh();
  await refresh();
  expect(takeConsole('warn')).toEqual([expect.stringMatching(/\/cacheable .*no-store/)]);
});

test('another user in the token without another userKey, once', async () => {
  const { backend, refresh } = startAlloy();
  for (const userId of ['user-1', 'user-2', 'user-3']) {
    backend.behaveNext(() => backend.json(backend.token({ userId })));
    await refresh();
  }
  expect(takeConsole('warn')).toEqual([expect.stringContaining('userKey={user.id}')]);
});

test('a production build warns of nothing', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(await warningsFor({ tokenUrl: 'https://api.example/production' })).toBe('');
});
