import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { InstalledApp } from './install-app';
import type { Served } from './serve-folder';

/** Starts a framework's own server in an installed app, and waits until it has said where it listens. */
export async function serveApp(
  { folder }: InstalledApp,
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<Served> {
  const child = spawn(join(folder, 'node_modules/.bin', command), args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    // A group of its own: the command may be a shell in front of the server.
    detached: true,
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    const read = (text: Buffer): void => {
      said += text.toString();
      const port = /http:\/\/(?:localhost|127\.0\.0\.1):([1-9]\d*)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`${command} ${args.join(' ')} ended:\n${said}`)));
  });
  return {
    origin,
    close: () => {
      if (child.pid !== undefined) process.kill(-child.pid);
    },
  };
}
