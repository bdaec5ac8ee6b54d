import type { AlloySdk } from '../../core/contract/options';
import type { AlloyError } from '../../errors/alloy-error';
import type { Integration } from '../../core/integrations/integration';
import type { InstallOptions, ModalKind } from '../../core/contract/modal';
import type { AlloyProviderProps } from '../../react/AlloyProvider';
import { createFakeToken } from './fake-token';
import { readModalOptions } from './modal-options';
import { outsideAct } from './outside-act';
import { answerJson } from '../sandbox/answer';
import { createSandboxApi } from '../sandbox/api';
import { SANDBOX_INTEGRATIONS } from '../sandbox/integrations';
// The provider imports its lazy half on demand; having it here already keeps fake timers out of that.
import '../../browser/engine';

/** The fake's own fetch answers it. */
const TOKEN_URL = '/api/fake-alloy/token';
const OPENING_TIMEOUT_MS = 2_000;

export interface FakeAlloy {
  /** For `<AlloyProvider {...fake.providerProps}>`. */
  providerProps: AlloyProviderProps;
  modal: {
    /** What the app opened, or null. */
    readonly current: { kind: ModalKind; options: InstallOptions } | null;
    /**
     * The user finishes: waits for the modal that a click is opening, if need be.
     * @throws Error when none opens within 2 s
     */
    succeed(result?: { connectionId?: string; credentialId?: string }): Promise<void>;
    /** The user closes it; waits as `succeed` does. */
    dismiss(): Promise<void>;
  };
  token: {
    /** How many requests the app's token endpoint has seen. */
    readonly requests: number;
    /** Answer the next requests with this HTTP status, or fail them as the network would. @default times 1 */
    failNext(status: number | 'network', times?: number): void;
  };
}

export interface FakeAlloyOptions {
  /** What the data hooks and the catalog see. @default those of `createSandboxApi`, none installed */
  integrations?: readonly Integration[] | undefined;
}

interface OpenedModal {
  kind: ModalKind;
  options: InstallOptions;
  callback: (data: unknown) => void;
}

/**
 * Alloy for a test: token endpoint, data API and SDK of its own, driven by the test. No network, no iframe.
 *
 * @example
 * ```tsx
 * const alloy = createFakeAlloy();
 * render(<AlloyTestProvider alloy={alloy}><Settings /></AlloyTestProvider>);
 * await user.click(screen.getByRole('button', { name: 'Connect' }));
 * await alloy.modal.succeed();
 * screen.getByRole('button', { name: 'Connected' });
 * ```
 */
export function createFakeAlloy({
  integrations = SANDBOX_INTEGRATIONS,
}: FakeAlloyOptions = {}): FakeAlloy {
  const sandbox = createSandboxApi({ integrations });
  const failures: (number | 'network')[] = [];
  const waiting = new Set<() => void>();
  let requests = 0;
  let current: OpenedModal | null = null;
  /** The last that the provider told of. */
  let failure: AlloyError | undefined;

  const fetch: typeof globalThis.fetch = (input, init) => {
    if (input !== TOKEN_URL) return sandbox(input, init);
    requests++;
    const ordered = failures.shift();
    if (ordered === 'network') return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(
      ordered === undefined
        ? answerJson({ token: createFakeToken() }, { headers: { 'cache-control': 'no-store' } })
        : answerJson(undefined, { status: ordered }),
    );
  };

  function open(kind: ModalKind, { callback, ...params }: Record<string, unknown>): void {
    current = {
      kind,
      options: readModalOptions(params),
      callback: callback as OpenedModal['callback'],
    };
    for (const resume of waiting) resume();
  }

  const sdk: AlloySdk = {
    setToken: () => undefined,
    setRegion: () => undefined,
    install: (params) => open('install', params),
    authenticate: (params) => open('authenticate', params),
  };

  async function end(success: boolean, result: object = {}): Promise<void> {
    const modal = current ?? (await nextModal());
    current = null;
    const { integrationId } = modal.options;
    const isInstalled = success && modal.kind === 'install';
    if (isInstalled && integrations.some((item) => item.integrationId === integrationId)) {
      sandbox.setInstalled(integrationId ?? '');
    }
    await outsideAct(() => modal.callback({ success, ...result }));
  }

  function explainSilence(): string {
    if (failure) return `What failed: ${failure.message}`;
    return requests === 0
      ? 'No provider has asked this fake for a token: render <AlloyTestProvider alloy={alloy}> with it around what you test.'
      : 'Click what opens it before modal.succeed() or modal.dismiss().';
  }

  function nextModal(): Promise<OpenedModal> {
    return outsideAct(
      () =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(() => {
            waiting.delete(resume);
            reject(
              new Error(`No modal was opened within ${OPENING_TIMEOUT_MS} ms. ${explainSilence()}`),
            );
          }, OPENING_TIMEOUT_MS);
          function resume(): void {
            if (!current) return;
            clearTimeout(timer);
            waiting.delete(resume);
            resolve(current);
          }
          waiting.add(resume);
        }),
    );
  }

  return {
    providerProps: {
      tokenUrl: TOKEN_URL,
      fetch,
      loadSdk: () => Promise.resolve(sdk),
      onEvent(event) {
        if ('error' in event) failure = event.error;
        // The app may have closed it itself.
        if (event.type === 'modal.settled') current = null;
      },
    },
    modal: {
      get current() {
        return current && { kind: current.kind, options: current.options };
      },
      succeed: (result) => end(true, result),
      dismiss: () => end(false),
    },
    token: {
      get requests() {
        return requests;
      },
      failNext(status, times = 1) {
        failures.push(...Array<typeof status>(times).fill(status));
      },
    },
  };
}
