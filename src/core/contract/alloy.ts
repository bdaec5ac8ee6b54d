import type { AlloyError } from '../../errors/alloy-error';

/** The same object, apart from a change of status or error: a token refresh re-renders nobody. */
export interface Alloy {
  /** "idle": nothing asked for yet. "ready": a fresh token and the SDK are here. */
  status: 'idle' | 'loading' | 'ready' | 'error';
  /** Why status is "error"; otherwise null. */
  error: AlloyError | null;
  /** Fetch a new token now. Resolves when it is here; concurrent calls share one request. */
  refresh(): Promise<void>;
  /** A JWT with enough life left to be used now. @throws AlloyError */
  getToken(): Promise<string>;
}
