import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { createAlloyClient } from '../../src/server';

/** Starts `npm run sandbox`'s script on a free port; gives its address. */
async function startSandbox(): Promise<string> {
  const child = spawn(process.execPath, ['scripts/sandbox.mjs'], {
    env: { ...process.env, PORT: '0', ALLOY_API_KEY: 'test-key', TOKEN_LIFETIME_SECONDS: '60' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const origin = /http:\/\/[\d.]+:\d+/.exec(text.toString())?.[0];
      if (origin) resolve(origin);
    });
    child.on('exit', () => reject(new Error('the sandbox ended at once')));
  });
}

it(
  'serves Alloy over HTTP to any backend, and takes orders for refusals',
  { timeout: 60_000 },
  async () => {
    const baseUrl = await startSandbox();
    const order = (name: string, body: object): Promise<Response> =>
      fetch(`${baseUrl}/sandbox/${name}`, { method: 'POST', body: JSON.stringify(body) });
    let apiKey = 'test-key';
    const alloy = createAlloyClient({ apiKey: () => apiKey, baseUrl, retries: 0 });

    const { userId } = await alloy.users.ensure({ username: 'ada' });
    const { expiresAt } = await alloy.users.createToken('ada');
    expect(Number(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(await alloy.integrations.list(userId)).toHaveLength(6);

    await order('fail', { status: 429, retryAfterSeconds: 2 });
    await expect(alloy.users.get('ada')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 2_000,
    });

    const integrationId = '66326843cc9cdb107221f222';
    expect((await order('install', { integrationId, userId: 'ada' })).status).toBe(204);
    expect(await alloy.integrations.get('ada', integrationId)).toMatchObject({ installed: true });

    await order('rotate-key', { apiKey: 'new-key' });
    await expect(alloy.users.get('ada')).rejects.toMatchObject({ code: 'unauthorized' });
    apiKey = 'new-key';
    expect(await alloy.users.get('ada')).toMatchObject({ userId });

    expect((await order('install', { integrationId: 'none' })).status).toBe(400);
    expect((await order('explode', {})).status).toBe(404);
  },
);
