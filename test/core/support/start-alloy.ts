import { createAlloy } from '../../../src/core/alloy';
import type { AlloyCore } from '../../../src/core/alloy-core';
import type { AlloyOptions } from '../../../src/core/contract/options';
import { createEngine } from '../../../src/core/engine';
import type { AlloyEvent } from '../../../src/core/contract/events';
import { createTokenLegacy, type TokenLegacy } from '../../../src/core/token/legacy';
import type { ModalToOpen } from '../../../src/core/modal/modals';
import type { TokenProps } from '../../../src/core/contract/token';
import { createFakeBackend, type FakeBackend } from './fake-backend';
import { createFakeBrowser, type FakeBrowser } from './fake-browser';

export interface StartedAlloy {
  alloy: AlloyCore;
  browser: FakeBrowser;
  backend: FakeBackend;
  events: AlloyEvent[];
  /** The modals that were put on screen. */
  modals: ModalToOpen[];
  unmount(): void;
  getToken(): Promise<string>;
  refresh(): Promise<void>;
  /** "ready", or "error token/network" and the like. */
  status(): string;
}

type TokenUrlProps = Extract<TokenProps, { tokenUrl: string | URL }>;

export interface StartOptions {
  browser?: FakeBrowser;
  backend?: FakeBackend;
  options?: Partial<Omit<AlloyOptions, keyof TokenProps>> & Partial<TokenUrlProps>;
  /** By getToken in place of a tokenUrl. */
  isAskedByGetToken?: boolean;
  /** Until this resolves the engine's chunk is on its way. */
  loadChunk?: () => Promise<void>;
  random?: () => number;
  /** Of the page, for a second provider on it. */
  legacy?: TokenLegacy;
}

/** One provider's core on a fake browser and backend, mounted. */
export function startAlloy(start: StartOptions = {}): StartedAlloy {
  const browser = start.browser ?? createFakeBrowser();
  const backend = start.backend ?? createFakeBackend(browser);
  const events: AlloyEvent[] = [];
  const modals: ModalToOpen[] = [];
  const legacy = start.legacy ?? createTokenLegacy(browser.clock);
  const hasToken = (options: AlloyOptions): boolean => legacy.of(options) !== null;
  const alloy = createAlloy(
    {
      ...(start.isAskedByGetToken
        ? { getToken: backend.getToken }
        : { tokenUrl: '/api/alloy/token', fetch: backend.fetch }),
      onEvent: (event) => events.push(event),
      ...start.options,
    } as AlloyOptions,
    {
      clock: browser.clock,
      onceOnline(run) {
        const stop = browser.page.onWake((cause) => {
          if (cause !== 'online') return;
          stop();
          run();
        });
      },
      async loadEngine() {
        await start.loadChunk?.();
        return {
          hasToken,
          createEngine: (host) =>
            createEngine(host, {
              ...browser,
              legacy,
              random: start.random ?? (() => 0.5),
              createModalOpener: () => (modal) => modals.push(modal),
            }),
        };
      },
      hasToken,
      loadSdk: () => Promise.resolve({}),
    },
  );
  const unmount = alloy.mount();
  const { getToken, refresh } = alloy.store.getSnapshot();
  return {
    alloy,
    browser,
    backend,
    events,
    modals,
    unmount,
    getToken,
    refresh,
    status() {
      const { status, error } = alloy.store.getSnapshot();
      return error ? `${status} ${error.code}` : status;
    },
  };
}
