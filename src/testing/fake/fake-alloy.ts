import { leaveNothingToChance } from '../../browser/random';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import type { AlloyProviderProps } from '../../react/AlloyProvider';
import { createSandboxApi, type SandboxApi } from '../sandbox/api';
import { SANDBOX_INTEGRATIONS } from '../sandbox/integrations';
import { createFakeEndpoint, type FakeEndpoint } from './fake-endpoint';
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
  token: FakeEndpoint;
  /**
   * The app's disconnect endpoint, which is asked where the test gives the provider a `disconnectUrl`, whatever that is. It
   * takes integrations away from `api`.
   */
  disconnect: FakeEndpoint;
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
  const token = createFakeEndpoint(() => ({ token: createFakeToken() }));
  const disconnect = createFakeEndpoint(({ body }) => {
    const { integrationId } = JSON.parse(body as string) as { integrationId: string };
    api.setInstalled(integrationId, false);
    return { disconnected: true };
  });
  /** The last that the provider told of. */
  let failure: AlloyError | undefined;

  const fetch: typeof globalThis.fetch = (input, init) => {
    if (input === TOKEN_URL) return token.fetch(init);
    // The data API is never asked by POST.
    return init?.method === 'POST' ? disconnect.fetch(init) : api(input, init);
  };

  const { sdk, modal, forget } = createFakeModal({
    onInstalled(id) {
      if (integrations.some(({ integrationId }) => integrationId === id)) api.setInstalled(id);
    },
    explainSilence() {
      if (failure) return `What failed: ${failure.message}`;
      return token.endpoint.requests === 0
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
    token: token.endpoint,
    disconnect: disconnect.endpoint,
  };
}
