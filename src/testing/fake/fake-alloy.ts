import { leaveNothingToChance } from '../../browser/random';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import type { AlloyProviderProps } from '../../react/AlloyProvider';
import { answerJson } from '../sandbox/answer';
import { createSandboxApi, type SandboxApi } from '../sandbox/api';
import { SANDBOX_INTEGRATIONS } from '../sandbox/integrations';
import { createFakeModal, type FakeModal } from './fake-modal';
import { createFakeToken } from './fake-token';
// The provider imports its lazy half on demand; having it here already keeps fake timers out of that.
import '../../browser/engine';

/** The fake's own fetch answers it. */
const TOKEN_URL = '/api/fake-alloy/token';

/** A stand-in for Alloy that a test drives. */
export interface FakeAlloy {
  /** For `<AlloyProvider {...fake.providerProps}>`. */
  providerProps: AlloyProviderProps;
  /** What the app opens, and how it ends. */
  modal: FakeModal;
  /** The app's token endpoint. */
  token: {
    /** How many requests it has seen. */
    readonly requests: number;
    /**
     * Answers the next requests with this HTTP status, or fails them as the network would. Where the provider tries
     * again, it does so after the shortest pause.
     *
     * @default times 1
     */
    failNext(status: number | 'network', times?: number): void;
  };
  /**
   * What the data hooks talk to: count its requests, make them slow or fail, or install something from outside. Token
   * requests are not among them.
   */
  api: SandboxApi;
}

/** For {@link createFakeAlloy}. */
export interface FakeAlloyOptions {
  /** What the data hooks and the catalog see. @default those of `createSandboxApi`, none installed */
  integrations?: readonly Integration[] | undefined;
}

/**
 * Alloy for a test: token endpoint, data API and SDK of its own, driven by the test. No network, no iframe, no chance.
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
  const api = createSandboxApi({ integrations });
  const failures: (number | 'network')[] = [];
  let requests = 0;
  /** The last that the provider told of. */
  let failure: AlloyError | undefined;

  const fetch: typeof globalThis.fetch = (input, init) => {
    if (input !== TOKEN_URL) return api(input, init);
    requests++;
    const ordered = failures.shift();
    if (ordered === 'network') return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(
      ordered === undefined
        ? answerJson({ token: createFakeToken() }, { headers: { 'cache-control': 'no-store' } })
        : answerJson(undefined, { status: ordered }),
    );
  };

  const { sdk, modal, forget } = createFakeModal({
    onInstalled(id) {
      if (integrations.some(({ integrationId }) => integrationId === id)) api.setInstalled(id);
    },
    explainSilence() {
      if (failure) return `What failed: ${failure.message}`;
      return requests === 0
        ? 'No provider has asked this fake for a token: render <AlloyTestProvider alloy={alloy}> with it around what you test.'
        : 'Click what opens it before modal.succeed(), modal.dismiss() or modal.fail().';
    },
  });

  return {
    providerProps: {
      tokenUrl: TOKEN_URL,
      fetch: leaveNothingToChance(fetch),
      loadSdk: () => Promise.resolve(sdk),
      onEvent(event) {
        if ('error' in event) failure = event.error;
        // The app may have closed it itself.
        if (event.type === 'modal.settled') forget();
      },
    },
    modal,
    api,
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
