import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

const NEXT = 'node_modules/next/dist/bin/next';
const SETTINGS = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };

/** `next build` of the app in `folder`. @throws Error with all that it said, when it fails */
export function buildNext(folder: string): void {
  // Without a key: a framework imports the route while it builds, where there are no secrets.
  const built = spawnSync(process.execPath, [NEXT, 'build', folder], {
    env: { ...process.env, ...SETTINGS, ALLOY_API_KEY: undefined },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`next build failed:\n${built.stdout}${built.stderr}`);
}

/** `next start`. Stop it by `child.kill()`. */
export async function startNext(
  folder: string,
  env: NodeJS.ProcessEnv | Record<string, string>,
): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(
    process.execPath,
    [NEXT, 'start', folder, '--port', '0', '--hostname', '127.0.0.1'],
    { env: { ...process.env, ...SETTINGS, ...env } },
  );
  return { child, origin: await addressIn(child) };
}

function addressIn(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(output)?.[0];
      if (address && output.includes('Ready')) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => reject(new Error(`next start ended:\n${output}`)));
  });
}
