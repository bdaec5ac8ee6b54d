import type { AlloyError } from '../../errors/alloy-error';
import type { ModalKind } from './modal';
import type { TokenReason } from './token';

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
      /** null: that was the last try. */
      willRetryInMs: number | null;
    }
  | { type: 'sdk.loaded'; durationMs: number }
  | { type: 'sdk.failed'; error: AlloyError }
  | {
      type: 'modal.opened';
      /** Which flow. */
      kind: ModalKind;
      /** What is installed, if it is an integration. */
      integrationId?: string;
      /** From the click to the open modal. */
      durationMs: number;
    }
  | {
      type: 'modal.settled';
      kind: ModalKind;
      /** How the opening ended. */
      outcome: 'success' | 'dismissed' | 'error';
      /** From the click to the end. */
      durationMs: number;
    }
  /** A list of integrations, or the switch of a workflow, after all retries. */
  | { type: 'data.failed'; error: AlloyError };
