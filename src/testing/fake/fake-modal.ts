import type { InstallOptions, ModalKind } from '../../core/contract/modal';
import type { AlloySdk } from '../../core/contract/options';
import { readModalOptions } from './modal-options';
import { outsideAct } from './outside-act';

const OPENING_TIMEOUT_MS = 2_000;

/** The modal of a {@link FakeAlloy}, and what its user does. */
export interface FakeModal {
  /** What the app opened, or null. */
  readonly current: { kind: ModalKind; options: InstallOptions } | null;
  /**
   * The user finishes. Waits for the modal that a click is opening, if need be. Without a `connectionId` and a
   * `credentialId`, `authenticate` gets the `connectionId` "fake-connection".
   *
   * @throws Error when none opens within 2 s
   */
  succeed(result?: { connectionId?: string; credentialId?: string }): Promise<void>;
  /** The user closes it. Waits and throws as `succeed` does. */
  dismiss(): Promise<void>;
  /** Alloy reports that the connection failed ("modal/failed"). Waits and throws as `succeed` does. */
  fail(): Promise<void>;
}

interface OpenedModal {
  kind: ModalKind;
  options: InstallOptions;
  callback: (data: unknown) => void;
}

export interface FakeModalPorts {
  onInstalled(integrationId: string): void;
  /** Says what to do when no modal was opened. */
  explainSilence(): string;
}

/** The SDK for the provider, the modal for the test. */
export function createFakeModal({ onInstalled, explainSilence }: FakeModalPorts): {
  sdk: AlloySdk;
  modal: FakeModal;
  /** The provider has closed it. */
  forget(): void;
} {
  const waiting = new Set<() => void>();
  let current: OpenedModal | null = null;

  function open(kind: ModalKind, { callback, ...params }: Record<string, unknown>): void {
    current = {
      kind,
      options: readModalOptions(params),
      callback: callback as OpenedModal['callback'],
    };
    for (const resume of waiting) resume();
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

  /** Ends the modal with what the SDK tells its callback. */
  async function end(dataFor: (modal: OpenedModal) => object): Promise<void> {
    const modal = current ?? (await nextModal());
    current = null;
    const data = dataFor(modal);
    await outsideAct(() => modal.callback(data));
  }

  return {
    sdk: {
      setToken: () => undefined,
      setRegion: () => undefined,
      install: (params) => open('install', params),
      authenticate: (params) => open('authenticate', params),
    },
    modal: {
      get current() {
        return current && { kind: current.kind, options: current.options };
      },
      succeed: ({ connectionId, credentialId } = {}) =>
        end(({ kind, options }) => {
          if (kind === 'authenticate') {
            // The provider takes an end without either id for a mere message.
            const isAnonymous = !connectionId && !credentialId;
            return isAnonymous
              ? { success: true, connectionId: 'fake-connection' }
              : { success: true, connectionId, credentialId };
          }
          if (options.integrationId) onInstalled(options.integrationId);
          return { success: true };
        }),
      dismiss: () => end(() => ({ success: false })),
      fail: () => end(() => ({ success: false, connectionStatus: 'failed' })),
    },
    forget() {
      current = null;
    },
  };
}
