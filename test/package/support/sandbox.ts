import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './files';

export interface RunningSandbox {
  origin: string;
  /** What the terminal shows. */
  told: string;
  stop: () => void;
}

/** `npx alloy-react sandbox` of the installed package, on a free port. */
export async function startSandbox(): Promise<RunningSandbox> {
  const { bin } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  const script = join(packageFolder, bin['alloy-react'] ?? '');
  const sandbox = spawn(process.execPath, [script, 'sandbox', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = await new Promise<string>((resolve, reject) => {
    sandbox.stdout.on('data', (text: Buffer) => resolve(text.toString()));
    sandbox.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code}.`)));
  });
  return {
    origin: /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0] ?? '',
    told,
    stop: () => void sandbox.kill(),
  };
}
