import type { ModalKind, ModalOptions, ModalResult, Outcome } from '../core/modal-session';
import { AlloyError } from '../errors';

/** What the SDK's callback says; null where it says nothing that counts. */
export function callbackOutcome(
  kind: ModalKind,
  { integrationId, workflowIds }: ModalOptions,
  data: unknown,
): Outcome<ModalResult> | null {
  if (!fieldsOf(data).success) return { status: 'dismissed' };
  if (kind === 'authenticate') return connectionOutcome(data);
  return { status: 'success', result: { integrationId, workflowIds } };
}

/**
 * What a message of `authenticate` says. The SDK takes any for a success and forgets which connection
 * failed; here it is one that names a connection or a credential.
 */
export function connectionOutcome(data: unknown): Outcome<ModalResult> | null {
  const { connectionStatus, connectionId, credentialId } = fieldsOf(data);
  if (connectionStatus === 'failed') {
    return { status: 'error', error: new AlloyError('modal/failed') };
  }
  const result = {
    ...(isId(connectionId) && { connectionId }),
    ...(isId(credentialId) && { credentialId }),
  };
  return Object.keys(result).length > 0 ? { status: 'success', result } : null;
}

export function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
