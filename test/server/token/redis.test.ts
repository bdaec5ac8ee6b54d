import { beforeAll, describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { serve } from '../support/serve';
import { bundleBackend, hasRedis, startBackend, startRedis, type Backend } from '../support/redis';

const USERS = 50;
const CLIENTS = 500;

interface Cluster {
  backends: [Backend, Backend];
  /** How many tokens each user was given by Alloy. */
  tokensOf: Map<string, number>;
  ask: (client: number, backend: Backend) => Promise<string>;
}

/** Alloy as a server, a Redis, and two processes of one backend. */
async function startCluster(redisUrl: string): Promise<Cluster> {
  const tokensOf = new Map<string, number>();
  const sandbox = createSandboxApi({
    onRequest({ path, status }) {
      const [, , user = '', action] = path.split('/');
      if (action === 'token' && status === 200) tokensOf.set(user, (tokensOf.get(user) ?? 0) + 1);
    },
  });
  const alloyUrl = await serve((req, res) => void toNodeHandler(sandbox)(req, res));
  const users = Array.from({ length: USERS }, (_, index) => ({ username: `user-${index}` }));
  await fetch(`${alloyUrl}/users/batch`, {
    method: 'POST',
    headers: { authorization: 'Bearer key' },
    body: JSON.stringify({ users }),
  });
  return {
    tokensOf,
    backends: [await startBackend(redisUrl, alloyUrl), await startBackend(redisUrl, alloyUrl)],
    async ask(client, { origin }) {
      const headers = { 'x-session': `user-${client % USERS}` };
      const response = await fetch(origin, { headers });
      if (response.status !== 200) throw new Error(`got ${response.status}`);
      return ((await response.json()) as { token: string }).token;
    },
  };
}

/** Processes start and end here, on machines that may be busy. */
const TIMEOUT_MS = 120_000;

describe.skipIf(!hasRedis())(
  'two processes of a backend with one Redis',
  { timeout: TIMEOUT_MS },
  () => {
    beforeAll(bundleBackend, TIMEOUT_MS);

    it('serve 500 clients with one call to Alloy per user', async () => {
      const { backends, tokensOf, ask } = await startCluster((await startRedis()).url);
      const clients = Array.from({ length: CLIENTS }, (_, client) => client);
      // Each user comes to one process first, with many clients at once, half of the users to either.
      const first = await Promise.all(
        clients.map((client) => ask(client, backends[client % 2 === 0 ? 0 : 1])),
      );
      // Then all clients come back, to the process that their user has not been at.
      const second = await Promise.all(
        clients.map((client) => ask(client, backends[client % 2 === 0 ? 1 : 0])),
      );
      expect(second).toEqual(first);
      expect(new Set(first).size).toBe(USERS);
      expect([...tokensOf.values()]).toEqual(Array.from({ length: USERS }, () => 1));
      expect(backends.flatMap(({ errors }) => errors)).toEqual([]);
    });

    it('ask Alloy at most once each when a user is new to both at the same moment', async () => {
      const { backends, tokensOf, ask } = await startCluster((await startRedis()).url);
      const clients = Array.from({ length: 2 * USERS }, (_, client) => client);
      await Promise.all(
        backends.flatMap((backend) => clients.map((client) => ask(client, backend))),
      );
      expect(Math.max(...tokensOf.values())).toBeLessThanOrEqual(2);
      const before = new Map(tokensOf);
      await Promise.all(
        backends.flatMap((backend) => clients.map((client) => ask(client, backend))),
      );
      expect(tokensOf).toEqual(before);
    });

    it.each(['pauses', 'is killed'])('go on without it when Redis %s', async (fate) => {
      const redis = await startRedis();
      const { backends, tokensOf, ask } = await startCluster(redis.url);
      const clients = Array.from({ length: USERS }, (_, client) => client);
      const askAll = (): Promise<string[]> =>
        Promise.all(backends.flatMap((backend) => clients.map((client) => ask(client, backend))));
      await askAll();
      tokensOf.clear();
      if (fate === 'pauses') redis.pause();
      else await redis.kill();

      await askAll();
      const told = backends.map(({ errors }) => [...errors]);
      for (const errors of told) expect(errors.length).toBeGreaterThan(0);
      // Once it was found silent it is left alone for some seconds: nobody waits for it, or hears more of it.
      await askAll();
      if (fate === 'pauses') {
        expect(told.flat()).toHaveLength(backends.length);
        expect(backends.map(({ errors }) => [...errors])).toEqual(told);
      }
      redis.goOn();
      expect(Math.max(...tokensOf.values())).toBeGreaterThan(1);
    });

    it('go on without it when no Redis is there', async () => {
      const { backends, ask } = await startCluster('redis://127.0.0.1:1');
      expect(await ask(0, backends[0])).toMatch(/^ey/);
    });
  },
);
