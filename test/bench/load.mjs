import { connect } from 'node:net';

/**
 * Asks `port` over `connections` kept alive, each with one request under way, for `ms`. Written on bare
 * sockets, so that the client takes little of the machine that the server is measured on.
 *
 * @param {{ port: number, request: string, connections: number, ms: number }} options
 * @returns {Promise<number>} requests per second
 */
export async function measureRate({ port, request, connections, ms }) {
  const deadline = performance.now() + ms;
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, () => askUntil(deadline, port, request)),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** @returns {Promise<number>} how many answers came */
function askUntil(deadline, port, request) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let count = 0;
    let received = '';
    socket.on('error', reject);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      if (!received.startsWith('HTTP/1.1 200')) {
        reject(new Error(`expected 200, got ${received.slice(0, 40)}`));
        return;
      }
      received = '';
      count++;
      if (performance.now() < deadline) socket.write(request);
      else socket.end(() => resolve(count));
    });
  });
}

function isWhole(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(text.slice(0, end));
  return length ? text.length >= end + 4 + Number(length[1]) : text.endsWith('\r\n0\r\n\r\n');
}
