import { defineBrowserProvider } from '@vitest/browser';
import { fileURLToPath } from 'node:url';
import type {
  BrowserCommandContext,
  BrowserProvider,
  BrowserProviderOption,
  TestProject,
} from 'vitest/node';
import { startAlloyProxy, type AlloyProxy } from './alloy-proxy.ts';
import { cleanUp, click, findInFrame, hover, keyboard, type, wheel } from './input.ts';
import { startSession, type Session } from './session.ts';

const NAME = 'webdriver';

/** What a command is given here, where Playwright's gives its page and context. */
export interface WebDriverContext {
  session: Session;
  alloy: AlloyProxy;
}

/** What a command is given when its test runs under WebDriver, or nothing under Playwright. */
export function webDriverOf(command: BrowserCommandContext): WebDriverContext | undefined {
  return command.provider.name === NAME
    ? (command as BrowserCommandContext & WebDriverContext)
    : undefined;
}

const COMMANDS = {
  __vitest_keyboard: keyboard,
  __vitest_cleanup: cleanUp,
  __vitest_type: type,
  driver_click: click,
  driver_hover: hover,
  driver_wheel: wheel,
  driver_findInFrame: findInFrame,
};

/** Larger than any test's viewport. */
const WINDOW = { width: 1650, height: 1300 };

class WebDriverProvider implements BrowserProvider {
  readonly name = NAME;
  readonly supportsParallelism = false;
  readonly initScripts = [fileURLToPath(new URL('./locators.ts', import.meta.url))];
  readonly #browser: { path: string; webDriver: [string, ...string[]] };
  #running: Promise<WebDriverContext> | undefined;
  #context: WebDriverContext | undefined;

  constructor(project: TestProject, browser: { path: string; webDriver: [string, ...string[]] }) {
    this.#browser = browser;
    for (const [name, command] of Object.entries(COMMANDS)) {
      // Vitest hands a command the context of getCommandsContext(), which its types know of Playwright alone.
      project.browser?.registerCommand(name as never, command as never);
    }
  }

  getCommandsContext(): Record<string, unknown> {
    return { ...this.#context };
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    this.#running ??= start(this.#browser);
    this.#context = await this.#running;
    await this.#context.session.open(url);
  }

  async close(): Promise<void> {
    const running = await this.#running;
    await running?.session.end();
    running?.alloy.close();
  }
}

async function start({
  path,
  webDriver,
}: {
  path: string;
  webDriver: [string, ...string[]];
}): Promise<WebDriverContext> {
  const alloy = await startAlloyProxy();
  const hosts = ['localhost', '127.0.0.1'].map((host) => `--ignore-host=${host}`);
  const args = [`--proxy=http://127.0.0.1:${alloy.port}`, ...hosts];
  const session = await startSession(webDriver, { path, args });
  await session.resize(WINDOW);
  return { session, alloy };
}

/** WebKitGTK under its WebDriver, as a provider of Vitest's. */
export function webDriver(browser: {
  path: string;
  webDriver: [string, ...string[]];
}): BrowserProviderOption {
  return defineBrowserProvider({
    name: NAME,
    options: {},
    providerFactory: (project) => new WebDriverProvider(project, browser),
  });
}
