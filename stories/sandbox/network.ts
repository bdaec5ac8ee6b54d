import type { AlloySdk, AlloySdkLoader } from 'alloy-react';
import { createContext } from 'react';

const NETWORKS = ['ordinary', 'slow', 'offline', '401', '500', 'expiring', 'unreachable'] as const;

/** What the toolbar does to a story. */
export type Network = (typeof NETWORKS)[number];

const SLOW_MS = 3_000;

export const NetworkContext = createContext<Network>('ordinary');

export function networkOf(value: unknown): Network {
  return NETWORKS.find((network) => network === value) ?? 'ordinary';
}

/** A fetch as this network has it: slow, or without an answer. */
export function fetchOver(network: Network, fetch: typeof globalThis.fetch): typeof fetch {
  if (network === 'offline') return () => Promise.reject(new TypeError('Failed to fetch'));
  if (network !== 'slow') return fetch;
  return async (input, init) => {
    await pause(init?.signal ?? undefined);
    return fetch(input, init);
  };
}

export function sdkOver(network: Network, loadSdk: AlloySdkLoader): AlloySdkLoader {
  if (network === 'slow') return () => pause().then(loadSdk);
  if (network === 'unreachable') return () => Promise.resolve(SDK_WITHOUT_A_PAGE);
  return loadSdk;
}

function pause(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, SLOW_MS);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

const SDK_WITHOUT_A_PAGE: AlloySdk = {
  setToken: () => undefined,
  install: drawDeadModal,
  authenticate: drawDeadModal,
};

/** What the SDK draws, around a frame that never says that it has loaded. */
function drawDeadModal(): void {
  const modal = document.createElement('div');
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.addEventListener('load', (event) => event.stopImmediatePropagation());
  box.append(frame);
  modal.append(document.createElement('div'), box);
  document.body.append(modal);
}
