import type { AlloySdkLoader } from '../core/contract/options';
import { AlloyError } from '../errors/alloy-error';

const SCRIPT_URL = 'https://cdn.runalloy.com/scripts/embedded.js';
const SCRIPT_TIMEOUT_MS = 20_000;

/** npm's `alloy-frontend`, in a chunk of its own that is fetched when it is first needed. */
export const loadAlloyFrontend: AlloySdkLoader = () => import('alloy-frontend');

/** How {@link loadAlloyScript} loads the hosted script. */
export interface LoadAlloyScriptOptions {
  /** @default "https://cdn.runalloy.com/scripts/embedded.js" */
  src?: string;
  /** For a content security policy with nonces. */
  nonce?: string;
  /** Subresource integrity; the script is then fetched with CORS. */
  integrity?: string;
  /** Milliseconds. @default 20_000 */
  timeoutMs?: number;
}

/**
 * A loader for Alloy's hosted script, for `<AlloyProvider loadSdk>`.
 *
 * One tag is made however often it is asked for; a page that has `window.Alloy` already gets no tag.
 * A failure removes the tag, so that the next need tries again.
 *
 * @example
 * ```tsx
 * const loadSdk = loadAlloyScript({ nonce });
 * <AlloyProvider tokenUrl="/api/alloy/token" loadSdk={loadSdk}>…</AlloyProvider>
 * ```
 */
export function loadAlloyScript(options: LoadAlloyScriptOptions = {}): AlloySdkLoader {
  const { src = SCRIPT_URL, nonce, integrity, timeoutMs = SCRIPT_TIMEOUT_MS } = options;
  return () => {
    if (hosted()) return Promise.resolve(hosted());
    const found = document.querySelector<HTMLScriptElement>(`script[src=${JSON.stringify(src)}]`);
    const script = found ?? document.createElement('script');
    return new Promise((resolve, reject) => {
      const fail = (detail: string): void => {
        clearTimeout(timer);
        script.remove();
        reject(new AlloyError('sdk/load-failed', { where: src, detail }));
      };
      const timer = setTimeout(() => fail(`Nothing came within ${timeoutMs} ms`), timeoutMs);
      script.addEventListener('error', () => fail('The script failed to load'));
      script.addEventListener('load', () => {
        clearTimeout(timer);
        if (hosted()) resolve(hosted());
        else fail('It did not set window.Alloy');
      });
      if (found) return;
      script.src = src;
      script.async = true;
      if (nonce) script.nonce = nonce;
      if (integrity) {
        script.integrity = integrity;
        script.crossOrigin = 'anonymous';
      }
      document.head.append(script);
    });
  };
}

function hosted(): unknown {
  return (window as { Alloy?: unknown }).Alloy;
}
