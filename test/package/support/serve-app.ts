import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { InstalledApp } from './install-app';

export interface ServedApp {
  origin: string;
  close: () => Promise<void>;
}

const STARTS_WITHIN_MS = 60_000;

/** Starts a framework's own server in an installed app on a free port (PORT), and waits until it has said that it listens. */
export async function serveApp(
  { folder }: InstalledApp,
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<ServedApp> {
  const port = String(await freePort());
  const child = spawn(join(folder, 'node_modules/.bin', command), args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: port,
      ...env,
    },
    // A group of its own: the command may be a shell in front of the server.
    detached: true,
  });
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit');
    if (child.pid !== undefined) process.kill(-child.pid);
    await ended;
  };
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      void close();
      reject(new Error(`${command} ${args.join(' ')} does not listen:\n${said}`));
    }, STARTS_WITHIN_MS);
    const read = (text: Buffer): void => {
      said += text.toString();
      if (!said.includes(`:${port}`)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`${command} ${args.join(' ')} ended:\n${said}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, close };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
