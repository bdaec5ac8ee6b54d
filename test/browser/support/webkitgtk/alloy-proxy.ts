import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alloyAnswer, type AlloyAnswers } from '../alloy-answers.ts';

export interface AlloyProxy {
  port: number;
  /** What Alloy's origins answer from now on. */
  answers: AlloyAnswers;
  close(): void;
}

/**
 * A proxy that stands in for the whole of the internet: Alloy's origins answer as `answers` says, all others drop
 * the connection. WebDriver has no way to answer a request; a proxy that ends the encryption itself has.
 */
export async function startAlloyProxy(): Promise<AlloyProxy> {
  const sockets = new Set<Duplex>();
  const proxy: AlloyProxy = { port: 0, answers: {}, close };
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const tls = createTlsServer(certificate(), (request, response) => {
    respond(request, response, proxy.answers);
  });
  const tunnels = createServer((request) => request.socket.destroy());
  tls.on('connection', keep);
  tls.on('tlsClientError', () => undefined);
  tunnels.on('connection', keep);
  tls.listen(0, '127.0.0.1');
  tunnels.listen(0, '127.0.0.1');
  await Promise.all(
    [tls, tunnels].map((server) => new Promise((go) => server.once('listening', go))),
  );
  tunnels.on('connect', (_, client: Socket) => {
    const upstream = connect((tls.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  proxy.port = (tunnels.address() as AddressInfo).port;
  return proxy;

  function close(): void {
    for (const socket of sockets) socket.destroy();
    tls.close();
    tunnels.close();
  }
}

function respond(request: IncomingMessage, response: ServerResponse, answers: AlloyAnswers): void {
  const { host = '' } = request.headers;
  if (!host.endsWith('.runalloy.com')) {
    request.socket.destroy();
    return;
  }
  const answer = alloyAnswer(`https://${host}${request.url ?? ''}`, answers);
  if (answer === 'nothing') return;
  const { status = 200, contentType, headers, body } = answer;
  response.writeHead(status, { ...(contentType && { 'content-type': contentType }), ...headers });
  response.end(body);
}

/** Signed by itself: the browser is told to take any. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'alloy-proxy-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const names = ['-subj', '/CN=runalloy.com', '-days', '2', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...names], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
