/** Both servers of the bench, in a process of their own: what is measured shares its core with nothing. */
import { createServer } from 'node:http';
import { createTokenHandler, createAlloyClient, toNodeHandler } from 'alloy-react/server';
import { createSandboxApi } from 'alloy-react/testing';

const store = new Map();
const cache = { get: (key) => store.get(key), set: (key, value) => void store.set(key, value) };

const handler = createTokenHandler({
  alloy: createAlloyClient({ apiKey: 'bench-key', fetch: createSandboxApi() }),
  identify: (request) => ({ username: request.headers.get('cookie') ?? '' }),
  cache,
});

const warm = await handler(
  new Request('http://127.0.0.1/api/alloy/token', { headers: { cookie: 'session=ada' } }),
);
const bytes = await warm.text();
const headers = Object.fromEntries(warm.headers);

const servers = {
  bare: createServer((_req, res) => {
    res.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(bytes) });
    res.end(bytes);
  }),
  handler: createServer(toNodeHandler(handler)),
};

const ports = {};
for (const [name, server] of Object.entries(servers)) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports[name] = server.address().port;
}
process.send(ports);
process.on('message', () => process.send(process.cpuUsage()));
