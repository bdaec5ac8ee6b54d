import type { ModalKind, ModalOptions, ModalResult, Outcome } from '../../core/contract/modal';
import { AlloyError } from '../../errors/alloy-error';

/** What the SDK's callback says; null where that is no end. */
export function callbackOutcome(
  kind: ModalKind,
  { integrationId, workflowIds }: ModalOptions,
  data: unknown,
): Outcome<ModalResult> | null {
  const { success } = fieldsOf(data);
  const failure = failureOf(data);
  if (failure) return failure;
  if (!success) return { status: 'dismissed' };
  if (kind === 'authenticate') return connectionOutcome(data);
  return { status: 'success', result: { integrationId, workflowIds } };
}

/** What a message to `authenticate` says: a success is one that names a connection or a credential. */
export function connectionOutcome(data: unknown): Outcome<ModalResult> | null {
  const { connectionId, credentialId } = fieldsOf(data);
  const failure = failureOf(data);
  if (failure) return failure;
  const result = {
    ...(isId(connectionId) && { connectionId }),
    ...(isId(credentialId) && { credentialId }),
  };
  return Object.keys(result).length > 0 ? { status: 'success', result } : null;
}

export function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

/** What says that the connection failed; null where that is not said. */
export function failureOf(data: unknown): Outcome<never> | null {
  if (fieldsOf(data).connectionStatus !== 'failed') return null;
  return { status: 'error', error: new AlloyError('modal/failed') };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
