export { AlloyProvider, type AlloyProviderProps } from './react/AlloyProvider';
export { useAlloy } from './react/useAlloy';
export {
  useAlloyInstall,
  type InstallOutcome,
  type UseAlloyInstallOptions,
  type UseAlloyInstallResult,
} from './react/useAlloyInstall';
export {
  useAlloyAuthenticate,
  type UseAlloyAuthenticateOptions,
  type UseAlloyAuthenticateResult,
} from './react/useAlloyAuthenticate';
export {
  IntegrationButton,
  type IntegrationButtonProps,
  type IntegrationButtonState,
} from './react/IntegrationButton';
export type { AlloyLabelOverrides, AlloyLabels, ButtonLabels, CatalogLabels } from './react/labels';
export type { Alloy } from './core/alloy';
export type { AlloyOptions, AlloyRegion, AlloySdk, AlloySdkLoader } from './core/options';
export type { AlloyEvent } from './core/events';
export type {
  AuthenticateOptions,
  AuthenticateResult,
  InstallOptions,
  InstallResult,
  ModalCallbacks,
  ModalControls,
  ModalKind,
  ModalLabels,
  ModalState,
  Outcome,
} from './core/modal-session';
export type { GetTokenContext, TokenProps, TokenReason } from './core/token-request';
export { loadAlloyScript, type LoadAlloyScriptOptions } from './sdk/load';
export type { AlloyErrorCode } from './error-codes';
export type { AlloyErrorFacts } from './error-messages';
export { AlloyError, isAlloyError, type AlloyErrorOptions } from './errors';
export {
  useIntegrations,
  type DataState,
  type UseIntegrationsResult,
} from './react/useIntegrations';
export { useIntegration, type UseIntegrationResult } from './react/useIntegration';
export { useWorkflows, type UseWorkflowsResult } from './react/useWorkflows';
export {
  useWorkflowActivation,
  type UseWorkflowActivationResult,
} from './react/useWorkflowActivation';
export {
  useSuspenseIntegrations,
  type UseSuspenseIntegrationsResult,
} from './react/useSuspenseIntegrations';
export type { Integration, Workflow } from './core/integration';
export { IntegrationCatalog, type IntegrationCatalogProps } from './react/IntegrationCatalog';
