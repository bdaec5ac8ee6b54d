/** One instance of a backend: the token endpoint with Redis behind its cache. Run as a process of its own. */
import KeyvRedis from '@keyv/redis';
import Keyv from 'keyv';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAlloyClient, createTokenHandler, toNodeHandler } from '../../../src/server';

const [redisUrl = '', alloyUrl = ''] = process.argv.slice(2);

const handler = createTokenHandler({
  alloy: createAlloyClient({ apiKey: 'key', baseUrl: alloyUrl }),
  identify: ({ headers }) => ({ username: headers.get('x-session') ?? '' }),
  cache: new Keyv(new KeyvRedis(redisUrl)),
  onError: (error) => process.send?.({ error: String(error) }),
});

const server = createServer((req, res) => void toNodeHandler(handler)(req, res));
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);
