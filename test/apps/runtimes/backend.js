import { createAlloyClient, createDisconnectHandler, createTokenHandler } from 'alloy-react/server';

/** The same backend on every runtime. The session is a cookie with the name of the user. */
export function createBackend({ ALLOY_BASE_URL }) {
  const alloy = createAlloyClient({ apiKey: 'runtime-key', baseUrl: ALLOY_BASE_URL });
  const kept = new Map();
  async function identify(request) {
    const { protocol, host } = new URL(request.url);
    // What the client asked for, and not what the runtime makes of it.
    if (protocol !== 'http:' || host !== request.headers.get('host')) return null;
    if (!request.headers.has('cookie')) return null;
    const copy = new Request(request);
    if (copy.headers.get('x-csrf') === 'in the body' && (await copy.text()) !== 'csrf ä')
      return null;
    return { username: request.headers.get('cookie').split('=')[1] };
  }
  const token = createTokenHandler({
    alloy,
    identify,
    cache: { get: (key) => kept.get(key), set: (key, value) => kept.set(key, value) },
  });
  const disconnect = createDisconnectHandler({ alloy, identify });
  return (request) =>
    new URL(request.url).pathname === '/disconnect' ? disconnect(request) : token(request);
}
