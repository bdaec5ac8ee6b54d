import type { SandboxApi } from '../sandbox/api';

interface Order {
  status?: number;
  retryAfterSeconds?: number;
  times?: number;
  ms?: number;
  apiKey?: string;
  integrationId?: string;
  installed?: boolean;
  userId?: string;
}

const ORDERS: Record<string, (sandbox: SandboxApi, order: Order) => void> = {
  fail(sandbox, { status = 500, retryAfterSeconds, times }) {
    sandbox.failNext(
      retryAfterSeconds === undefined ? status : { status, retryAfterSeconds },
      times,
    );
  },
  slow: (sandbox, { ms = 0, times }) => sandbox.delayNext(ms, times),
  'rotate-key': (sandbox, { apiKey = '' }) => sandbox.rotateKey(apiKey),
  install: (sandbox, { integrationId = '', installed, userId }) =>
    sandbox.setInstalled(integrationId, installed, userId),
};

/** What a test orders from a sandbox in another process: POST /sandbox/fail, slow, rotate-key or install. */
export async function answerOrder(request: Request, sandbox: SandboxApi): Promise<Response> {
  const name = new URL(request.url).pathname.replace('/sandbox/', '');
  const order = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
  if (request.method !== 'POST' || !order) {
    const message = `POST to one of: ${Object.keys(ORDERS).join(', ')}`;
    return Response.json({ message }, { status: 404 });
  }
  try {
    order(sandbox, (await request.json()) as Order);
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ message: String(error) }, { status: 400 });
  }
}
