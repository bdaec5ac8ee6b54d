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

/** By address: whoever asks while a script is on its way waits for that one. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * A loader for Alloy's hosted script, for `<AlloyProvider loadSdk>`.
 *
 * One tag is made however often it is asked for. A page that has `window.Alloy` already gets no tag, and one whose own
 * tag is still loading is waited for. A failure removes the tag that was made, so that the next need tries again. Under
 * Trusted Types the address comes from a policy named "alloy-react".
 *
 * @example
 * ```tsx
 * const loadSdk = loadAlloyScript({ nonce });
 * <AlloyProvider tokenUrl="/api/alloy/token" loadSdk={loadSdk}>…</AlloyProvider>
 * ```
 */
export function loadAlloyScript(options: LoadAlloyScriptOptions = {}): AlloySdkLoader {
  const { src = SCRIPT_URL } = options;
  return () => {
    if (hosted()) return Promise.resolve(hosted());
    const loading = underWay.get(src) ?? load(src, options).finally(() => underWay.delete(src));
    underWay.set(src, loading);
    return loading;
  };
}

async function load(
  src: string,
  { timeoutMs = SCRIPT_TIMEOUT_MS, ...options }: LoadAlloyScriptOptions,
): Promise<unknown> {
  const script = document.createElement('script');
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`Nothing came within ${timeoutMs} ms`), timeoutMs);
  });
  const arrived = whenPageIsDone(src).then(() =>
    isOver || hosted() ? '' : appended(script, src, options),
  );
  const failure = await Promise.race([arrived, late]);
  isOver = true;
  clearTimeout(timer);
  if (failure === '' && hosted()) return hosted();
  script.remove();
  const detail = failure || 'It did not set window.Alloy';
  throw new AlloyError('sdk/load-failed', { where: src, detail });
}

/**
 * Waits for a tag of the page's own. It may have failed before, and does not say so; but a page that has loaded has
 * waited for its tags.
 */
async function whenPageIsDone(src: string): Promise<void> {
  const tag = document.querySelector(`script[src=${JSON.stringify(src)}]`);
  if (!tag || document.readyState === 'complete') return;
  await new Promise<void>((resolve) => {
    const done = (): void => resolve();
    tag.addEventListener('load', done);
    tag.addEventListener('error', done);
    window.addEventListener('load', done, { once: true });
  });
}

/** Resolves with what is wrong, or with nothing. */
function appended(
  script: HTMLScriptElement,
  src: string,
  { nonce, integrity }: LoadAlloyScriptOptions,
): Promise<string> {
  return new Promise((resolve) => {
    script.addEventListener('error', () => resolve('The script failed to load'));
    script.addEventListener('load', () => resolve(''));
    script.async = true;
    if (nonce) script.nonce = nonce;
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = 'anonymous';
    }
    try {
      script.src = trusted(src);
      document.head.append(script);
    } catch {
      resolve('The trusted-types of this page do not name the policy "alloy-react"');
    }
  });
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

let policy: ScriptPolicy | undefined;

function trusted(src: string): string {
  const { trustedTypes } = window as {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
    };
  };
  try {
    policy ??= trustedTypes?.createPolicy('alloy-react', { createScriptURL: (url) => url });
  } catch {
    // The page does not name it. Its default policy may let a plain string through.
  }
  // To TypeScript an address is a string; the browser takes what the policy makes of it.
  return (policy?.createScriptURL(src) ?? src) as string;
}

function hosted(): unknown {
  return (window as { Alloy?: unknown }).Alloy;
}
