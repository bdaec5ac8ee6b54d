import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeJwt } from '../../support/fake-jwt.ts';
import type { Answer, Wire } from './cases.ts';

export interface FaultServer {
  origin: string;
  /** An address that gives these answers in turn, the last one for ever. */
  plan(answers: Answer[]): string;
  /** How often it was asked. */
  requests(url: string): number;
}

/** A token endpoint on loopback that misbehaves on order. */
export async function startFaultServer(): Promise<FaultServer> {
  const plans: { answers: Answer[]; requests: number }[] = [];
  const server = createServer((request, response) => {
    response.setHeader('connection', 'close');
    if (request.url === '/login') {
      allowOrigin(request, response);
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Sign in</title>');
      return;
    }
    const plan = plans[Number(request.url?.slice(1))];
    if (!plan) {
      response.writeHead(404).end();
      return;
    }
    const answer = plan.answers[Math.min(plan.requests++, plan.answers.length - 1)];
    if (!answer) response.destroy();
    else if ('wire' in answer) misbehave(answer.wire, request, response);
    else setTimeout(() => respond(answer, request, response), answer.delayMs ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The tests end without asking it.
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    plan: (answers) => `${origin}/${plans.push({ answers, requests: 0 }) - 1}`,
    requests: (url) => plans[Number(new URL(url).pathname.slice(1))]?.requests ?? 0,
  };
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', 'date, age, retry-after');
  response.setHeader('cache-control', 'no-store');
}

function respond(
  answer: Exclude<Answer, { wire: Wire }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  allowOrigin(request, response);
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, name === 'location' && !value ? (request.url ?? '/') : value);
  }
  if ('status' in answer) {
    response.writeHead(answer.status).end(answer.body);
    return;
  }
  const jwt = fakeJwt({
    issuedAtSeconds: Math.floor(Date.now() / 1000) - (answer.age ?? 0),
    lifetimeSeconds: answer.lifetime ?? 3_600,
  });
  if (answer.dateAheadSeconds) {
    const date = new Date(Date.now() + answer.dateAheadSeconds * 1000);
    response.setHeader('date', date.toUTCString());
  }
  const isText = answer.token === 'text';
  response.setHeader('content-type', isText ? 'text/plain' : 'application/json');
  response.end(isText ? jwt : JSON.stringify(answer.token === 'string' ? jwt : { token: jwt }));
}

const misdeeds: Record<Wire, (response: ServerResponse, head: string) => void> = {
  silence: () => undefined,
  reset: ({ socket }) => socket?.resetAndDestroy(),
  'empty reply': ({ socket }) => socket?.end(),
  'reset mid-headers': ({ socket }) =>
    socket?.write('HTTP/1.1 200 OK\r\ncontent-ty', () => socket.resetAndDestroy()),
  'reset mid-body': ({ socket }, head) =>
    socket?.write(`${head}content-length: 500\r\n\r\n{"token":"ey`, () => socket.resetAndDestroy()),
  'half-close': ({ socket }, head) =>
    socket?.end(`${head}transfer-encoding: chunked\r\n\r\n5\r\n{"tok\r\n`),
  'short body': ({ socket }, head) => socket?.end(`${head}content-length: 500\r\n\r\n{}`),
  'slow drip'({ socket }, head) {
    socket?.write(`${head}content-length: 5000\r\n\r\n{"token":"`);
    const drip = setInterval(() => socket?.write('a'), 50);
    socket?.on('close', () => clearInterval(drip)).on('error', () => undefined);
  },
  'endless body'({ socket }, head) {
    socket?.write(`${head}\r\n`);
    const block = 'no end '.repeat(1_000);
    const flow = setInterval(() => socket?.write(block), 1);
    socket?.on('close', () => clearInterval(flow)).on('error', () => undefined);
  },
  'no HTTP': ({ socket }) => socket?.end('\u0000\u0001 hello \u0002'),
  'broken gzip': ({ socket }, head) =>
    socket?.end(`${head}content-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello`),
  'no CORS': (response) => response.end('{}'),
};

function misbehave(wire: Wire, request: IncomingMessage, response: ServerResponse): void {
  const head = [
    'HTTP/1.1 200 OK',
    'connection: close',
    'content-type: application/json',
    'cache-control: no-store',
    `access-control-allow-origin: ${request.headers.origin ?? '*'}`,
    'access-control-allow-credentials: true',
    '',
  ].join('\r\n');
  response.socket?.on('error', () => undefined);
  misdeeds[wire](response, head);
}
