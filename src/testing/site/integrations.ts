import type { Integration } from '../../core/integrations/integration';
import { SANDBOX_INTEGRATIONS } from '../sandbox/integrations';

/** An integration as a test names it; what is left out is empty, and not installed. */
export type SandboxIntegrationInput = Pick<Integration, 'integrationId' | 'name'> &
  Partial<Integration>;

export function completeIntegrations(
  inputs: readonly SandboxIntegrationInput[] = SANDBOX_INTEGRATIONS,
): readonly Integration[] {
  return inputs.map((input) => ({
    description: '',
    icon: null,
    installed: false,
    credentials: [],
    workflows: [],
    ...input,
  }));
}
