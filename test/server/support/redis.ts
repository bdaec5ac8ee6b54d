import { build } from 'esbuild';
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** Beside the dependencies, so that what is bundled finds them. */
const BUNDLE = resolve('node_modules/.cache/alloy-react/redis-backend.mjs');
const REDIS = process.env.REDIS_SERVER_PATH ?? 'redis-server';

export function hasRedis(): boolean {
  return spawnSync(REDIS, ['--version']).status === 0;
}

export interface Redis {
  url: string;
  /** It keeps its connections, and answers nothing. */
  pause(): void;
  goOn(): void;
  /** It is gone without a word. */
  kill(): Promise<void>;
}

/** A Redis of the test's own, gone with it. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'alloy-redis-'));
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', dir];
  const redis = spawn(REDIS, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    await end(redis);
    rmSync(dir, { recursive: true, force: true });
  });
  await new Promise<void>((resolve, reject) => {
    redis.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
    redis.on('exit', () => reject(new Error('redis-server ended at once')));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void redis.kill('SIGSTOP'),
    goOn: () => void redis.kill('SIGCONT'),
    kill: () => end(redis, 'SIGKILL'),
  };
}

export async function bundleBackend(): Promise<void> {
  await build({
    entryPoints: ['test/server/support/redis-backend.ts'],
    outfile: BUNDLE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
}

export interface Backend {
  origin: string;
  /** What its onError was told. */
  errors: string[];
}

export async function startBackend(redisUrl: string, alloyUrl: string): Promise<Backend> {
  const child = fork(BUNDLE, [redisUrl, alloyUrl]);
  onTestFinished(() => end(child));
  const errors: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { port: number } | { error: string }) => {
      if ('port' in message) resolve(message.port);
      else errors.push(message.error);
    });
    child.on('exit', () => reject(new Error('the backend ended at once')));
  });
  return { origin: `http://127.0.0.1:${port}`, errors };
}

function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill(signal);
    // One that was paused ends only when it goes on.
    child.kill('SIGCONT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
