import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** A script sets a timer of this length in the page, where a test may run the clock ahead. */
const SCRIPT_TIMEOUT_MS = 2_000_000_000;

const TWO_FRAMES = 'requestAnimationFrame(() => requestAnimationFrame(arguments[0]))';

/** As WebDriver hands an element out. */
export type ElementReference = Record<'element-6066-11e4-a52e-4f735466cecf', string>;

type InputSource =
  | { type: 'key'; id: string; actions: unknown[] }
  | { type: 'wheel'; id: string; actions: unknown[] }
  | { type: 'pointer'; id: string; parameters: { pointerType: 'mouse' }; actions: unknown[] };

/** A browser under W3C WebDriver: as much of the protocol as the tests use. */
export interface Session {
  version: string;
  open(url: string): Promise<void>;
  resize(window: { width: number; height: number }): Promise<void>;
  /** The function body `script` gets `arguments`; it runs in the frame that was switched to. */
  run<Result>(script: string, ...args: unknown[]): Promise<Result>;
  /** Waits until what the page has done by now is on screen. */
  rendered(): Promise<void>;
  /** Into a frame of the current one, or back to the top with null. A frame that is switched to gets the focus. */
  switchTo(frame: ElementReference | null): Promise<void>;
  /** Real input, at the top of the page. */
  perform(source: InputSource): Promise<void>;
  end(): Promise<void>;
}

/**
 * Starts a browser.
 *
 * @param command what starts the driver, without its port
 */
export async function startSession(
  command: [program: string, ...args: string[]],
  browser: { path: string; args: string[] },
): Promise<Session> {
  const port = await freePort();
  const [program, ...args] = command;
  // A group of its own, which ends as one: the driver, its browser and its screen.
  const driver = spawn(program, [...args, `--port=${port}`], { stdio: 'ignore', detached: true });
  const kill = (): void => {
    if (driver.pid && driver.exitCode === null) process.kill(-driver.pid);
  };
  process.once('exit', kill);
  const base = `http://127.0.0.1:${port}`;
  await answering(base);
  const started = await send<{ sessionId: string; capabilities: { browserVersion: string } }>(
    `${base}/session`,
    'POST',
    {
      capabilities: {
        alwaysMatch: {
          acceptInsecureCerts: true,
          timeouts: { script: SCRIPT_TIMEOUT_MS },
          'webkitgtk:browserOptions': {
            binary: browser.path,
            args: ['--automation', ...browser.args],
          },
        },
      },
    },
  );
  const address = `${base}/session/${started.sessionId}`;
  const post = <Result>(path: string, body: unknown): Promise<Result> =>
    send(`${address}/${path}`, 'POST', body);
  return {
    version: started.capabilities.browserVersion,
    open: (url) => post('url', { url }),
    resize: (window) => post('window/rect', window),
    run: (script, ...rest) => post('execute/sync', { script, args: rest }),
    rendered: () => post('execute/async', { script: TWO_FRAMES, args: [] }),
    switchTo: (frame) => post('frame', { id: frame }),
    perform: (source) => post('actions', { actions: [source] }),
    async end() {
      process.off('exit', kill);
      await send(address, 'DELETE').catch(() => undefined);
      kill();
    },
  };
}

async function send<Result>(url: string, method: string, body?: unknown): Promise<Result> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as {
    value: Result & { error?: string; message?: string };
  };
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(base: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const isThere = await fetch(`${base}/status`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The WebDriver of WebKitGTK did not start within 10 seconds.');
}
