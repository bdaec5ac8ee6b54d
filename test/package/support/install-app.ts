import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

export interface InstalledApp {
  folder: string;
  /** Runs a command of the app's own dependencies. @throws Error with all that it said, when it fails */
  run(command: string, args: string[], env?: Record<string, string>): string;
  /** The same for a script in the app's folder. */
  node(script: string, args: string[]): string;
}

const RUN_TIMEOUT_MS = 300_000;

/**
 * A copy of test/apps/`name` outside of the repository, with its own dependencies and the packed tarball, as npm
 * installs them; gone after the test, or after what `atEnd` says. `packages` are installed besides, or in other versions.
 */
export function installApp(
  name: string,
  packages: string[] = [],
  atEnd: (clean: () => void) => void = onTestFinished,
): InstalledApp {
  const folder = mkdtempSync(join(tmpdir(), `alloy-react-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(join('test/apps', name), folder, { recursive: true });
  const consumer = inject('consumer');
  const [tarball = ''] = readdirSync(consumer).filter((file) => file.endsWith('.tgz'));
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, join(consumer, tarball), ...packages], { cwd: folder });

  function execute(program: string, args: string[], env: Record<string, string> = {}): string {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      // Vitest's own NODE_ENV and the like are not the app's.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: '1', NO_COLOR: '1', ...env },
      encoding: 'utf8',
      timeout: RUN_TIMEOUT_MS,
    });
    const said = `${stdout}${stderr}`;
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} in ${name} failed:\n${said}`);
    return said;
  }

  return {
    folder,
    run: (command, args, env) => execute(join(folder, 'node_modules/.bin', command), args, env),
    node: (script, args) => execute(process.execPath, [script, ...args]),
  };
}

/** Says, in the middle of a long run, what was tried. */
export function tell(what: string): void {
  process.stdout.write(`${what}\n`);
}
