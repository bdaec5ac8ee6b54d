export { AlloyProvider, type AlloyProviderProps } from './react/AlloyProvider';
export { useAlloy } from './react/hooks/useAlloy';
export {
  useAlloyInstall,
  type InstallOutcome,
  type UseAlloyInstallOptions,
  type UseAlloyInstallResult,
} from './react/hooks/useAlloyInstall';
export {
  useAlloyAuthenticate,
  type AuthenticateOutcome,
  type UseAlloyAuthenticateOptions,
  type UseAlloyAuthenticateResult,
} from './react/hooks/useAlloyAuthenticate';
export {
  IntegrationButton,
  type IntegrationButtonProps,
  type IntegrationButtonState,
  type WhenInstalled,
} from './react/button/IntegrationButton';
export {
  ConnectionButton,
  type ConnectionButtonProps,
  type ConnectionButtonState,
} from './react/button/ConnectionButton';
export type { ButtonProps, ButtonRenderProps } from './react/button/button-props';
export type { AlloyLabelOverrides, AlloyLabels, ButtonLabels, CatalogLabels } from './react/labels';
export type { Alloy } from './core/contract/alloy';
export type { AlloyOptions, AlloyRegion, AlloySdk, AlloySdkLoader } from './core/contract/options';
export type { AlloyEvent, ModalSubject } from './core/contract/events';
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
  OpenModal,
  Outcome,
} from './core/contract/modal';
export type { GetTokenContext, TokenProps, TokenReason } from './core/contract/token';
export { preloadAlloy, type PreloadAlloyOptions } from './browser/preload';
export { loadAlloyScript, type LoadAlloyScriptOptions } from './sdk/load';
export type { AlloyErrorCode } from './errors/codes';
export type { AlloyErrorFacts } from './errors/messages';
export { AlloyError, isAlloyError, type AlloyErrorOptions } from './errors/alloy-error';
export { useIntegrations, type UseIntegrationsResult } from './react/hooks/useIntegrations';
export type { DataState } from './react/internal/useIntegrationList';
export { useIntegration, type UseIntegrationResult } from './react/hooks/useIntegration';
export { useWorkflows, type UseWorkflowsResult } from './react/hooks/useWorkflows';
export {
  useWorkflowActivation,
  type UseWorkflowActivationResult,
} from './react/hooks/useWorkflowActivation';
export {
  useSuspenseIntegrations,
  type UseSuspenseIntegrationsResult,
} from './react/hooks/useSuspenseIntegrations';
export { useDisconnect, type UseDisconnectResult } from './react/hooks/useDisconnect';
export type { DisconnectOutcome, DisconnectState } from './core/disconnect/disconnects';
export type { Connector, Integration, Workflow } from './core/integrations/integration';
export { IntegrationCatalog } from './react/catalog/IntegrationCatalog';
export type { IntegrationCatalogProps } from './react/catalog/catalog-props';
