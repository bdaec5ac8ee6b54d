import type { Clock } from '../clock';
import type { Page } from '../page';
import { WAKE_GAP_MS, type WakeGate } from '../wake-gate';

export interface NetworkWaitPorts {
  clock: Clock;
  page: Page;
  gate: WakeGate;
}

/** Waiting for the network. */
export interface NetworkWait {
  /** Resolves when the browser is online again, or at `end`. Rejects with the signal's reason. */
  begin(signal: AbortSignal): Promise<void>;
  /** The browser may be wrong about being offline, and somebody is waiting: try now. */
  end(): void;
}

export function createNetworkWait({ clock, page, gate }: NetworkWaitPorts): NetworkWait {
  let end = (): void => undefined;
  return {
    end: () => end(),
    begin: (signal) =>
      new Promise((resolve, reject) => {
        let cancelLater = (): void => undefined;
        const stopWaking = page.onWake((cause) => {
          if (cause !== 'online' && !page.isOnline()) return;
          cancelLater();
          // A network that comes and goes is tried once in a while, and never forgotten.
          if (gate.mayPass()) end();
          else cancelLater = clock.after(WAKE_GAP_MS, end);
        });
        function stop(): void {
          stopWaking();
          cancelLater();
          signal.removeEventListener('abort', onAbort);
          end = () => undefined;
        }
        function onAbort(): void {
          stop();
          reject(signal.reason as Error);
        }
        end = () => {
          stop();
          resolve();
        };
        signal.addEventListener('abort', onAbort);
      }),
  };
}
