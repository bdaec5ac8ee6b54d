import type { ModalKind, ModalOptions, ModalResult, Outcome } from '../../core/contract/modal';
import { AlloyError } from '../../errors/alloy-error';

/** What the SDK's callback says; null where that is no end. */
export function callbackOutcome(
  kind: ModalKind,
  { integrationId, workflowIds }: ModalOptions,
  data: unknown,
): Outcome<ModalResult> | null {
  const { success, connectionStatus } = fieldsOf(data);
  if (connectionStatus === 'failed') return connectionFailed();
  if (!success) return { status: 'dismissed' };
  if (kind === 'authenticate') return connectionOutcome(data);
  return { status: 'success', result: { integrationId, workflowIds } };
}

/** What a message to `authenticate` says: a success is one that names a connection or a credential. */
export function connectionOutcome(data: unknown): Outcome<ModalResult> | null {
  const { connectionStatus, connectionId, credentialId } = fieldsOf(data);
  if (connectionStatus === 'failed') return connectionFailed();
  const result = {
    ...(isId(connectionId) && { connectionId }),
    ...(isId(credentialId) && { credentialId }),
  };
  return Object.keys(result).length > 0 ? { status: 'success', result } : null;
}

export function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function connectionFailed(): Outcome<never> {
  return { status: 'error', error: new AlloyError('modal/failed') };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
