/**
 * `npm run bench:server`: what the library costs a backend.
 *
 * 1. Requests per second of the token handler with a warm cache, against a bare node:http handler that writes
 *    the same bytes. Short rounds of both take turns. What counts is requests per second of the server's own
 *    processor time, which on a machine that does nothing else is the rate itself, and of each the best round:
 *    the one that the rest of the machine disturbed least.
 * 2. What handler and client add to a call of Alloy, which a stub answers at once.
 */
import { fork } from 'node:child_process';
import { createAlloyClient, createTokenHandler } from 'alloy-react/server';
import { createFakeToken } from 'alloy-react/testing';
import { measureRate } from './load.mjs';

const ROUNDS = 25;
const ROUND_MS = 300;
/** For the compiler; they do not count. */
const WARM_UP_ROUNDS = 5;
const CONNECTIONS = 32;
const CALLS = 5_000;
const TARGET_RATIO = 0.5;

const REQUEST = [
  'GET /api/alloy/token HTTP/1.1',
  'Host: 127.0.0.1',
  'Accept: application/json',
  'Cookie: session=ada',
  'Sec-Fetch-Site: same-origin',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0',
  '\r\n',
].join('\r\n');

await benchRate();
await benchLatency();

async function benchRate() {
  const child = fork(new URL('server-under-test.mjs', import.meta.url));
  const ports = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the servers did not start')));
  });
  const rates = { bare: [], handler: [] };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const name of Object.keys(rates)) {
      const options = { port: ports[name], request: REQUEST, connections: CONNECTIONS };
      const before = await cpuSeconds(child);
      const rate = await measureRate({ ...options, ms: ROUND_MS });
      const busy = (await cpuSeconds(child)) - before;
      if (round >= 0) rates[name].push((rate * ROUND_MS) / 1000 / busy);
    }
  }
  child.kill();
  const ratio = Math.max(...rates.handler) / Math.max(...rates.bare);
  for (const [name, of] of Object.entries(rates)) {
    const [best, median] = [Math.max(...of), percentile(of, 0.5)].map(Math.round);
    console.log(
      `${name.padEnd(8)} ${best} requests per CPU second in the best round, ${median} in the median one`,
    );
  }
  console.log(`ratio    ${ratio.toFixed(2)} of bare node:http (target ${TARGET_RATIO})`);
  if (ratio < TARGET_RATIO) process.exitCode = 1;
}

async function cpuSeconds(child) {
  child.send('how much?');
  const { user, system } = await new Promise((resolve) => child.once('message', resolve));
  return (user + system) / 1e6;
}

async function benchLatency() {
  const token = createFakeToken();
  const stub = async () => Response.json({ token });
  const alloy = createAlloyClient({ apiKey: 'bench-key', fetch: stub });
  const handler = createTokenHandler({ alloy, identify: () => ({ username: 'ada' }) });
  const request = new Request('http://127.0.0.1/api/alloy/token');
  const own = await timesOf(async () => (await stub()).json());
  const whole = await timesOf(async () => (await handler(request)).json());
  for (const share of [0.5, 0.99]) {
    const addedMs = percentile(whole, share) - percentile(own, share);
    console.log(`added to a call, p${share * 100}  ${(addedMs * 1000).toFixed(0)} µs`);
  }
}

async function timesOf(task) {
  const times = [];
  for (let call = -CALLS; call < CALLS; call++) {
    const startedAt = performance.now();
    await task();
    if (call >= 0) times.push(performance.now() - startedAt);
  }
  return times;
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
