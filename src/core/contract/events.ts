import type { AlloyError } from '../../errors/alloy-error';
import type { ModalKind } from './modal';
import type { TokenReason } from './token';

/** What a modal was opened for: the ids of the call, as far as it names any. */
export interface ModalSubject {
  /** Which flow. */
  kind: ModalKind;
  /** The integration, if the call named one. */
  integrationId?: string;
  /** The workflows to install, if the call named them. */
  workflowIds?: readonly string[];
  /** The app to connect, if the call named one. */
  app?: string;
  /** The category to choose an app from, if the call named one. */
  category?: string;
}

/** What `onEvent` receives. Durations are milliseconds; no event holds a token. */
export type AlloyEvent =
  | {
      /** What happened. */
      type: 'token.fetched';
      /** Why the token was asked for. */
      reason: TokenReason;
      durationMs: number;
      /** null: the token never expires. */
      expiresInMs: number | null;
    }
  | {
      type: 'token.failed';
      /** What went wrong. */
      error: AlloyError;
      /** Counts from 1. */
      attempt: number;
      /** 0 while the browser is offline: as soon as the network is back. null: that was the last try. */
      willRetryInMs: number | null;
    }
  | { type: 'sdk.loaded'; durationMs: number }
  | { type: 'sdk.failed'; error: AlloyError }
  | ({
      type: 'modal.opened';
      /** From the click to the open modal. */
      durationMs: number;
    } & ModalSubject)
  | ({
      type: 'modal.settled';
      /** How the opening ended. */
      outcome: 'success' | 'dismissed' | 'error';
      /** Of an outcome "error". */
      error?: AlloyError;
      /** From the click to the end. */
      durationMs: number;
    } & ModalSubject)
  /** A list of integrations, after all retries, the switch of a workflow, or a disconnect. */
  | { type: 'data.failed'; error: AlloyError }
  /**
   * The backend answered with another user's token although userKey is the same. The modal and the data of the old user are
   * gone, and the next modal ends in "token/user-changed".
   */
  | { type: 'token.user-changed' };
