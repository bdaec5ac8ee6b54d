import type { AlloyError } from '../../errors/alloy-error';

export type ModalKind = 'install' | 'authenticate';

export interface InstallOptions {
  /** One of integrationId and workflowIds is needed, here or at install(); otherwise "install/invalid-options". */
  integrationId?: string | undefined;
  workflowIds?: readonly string[] | undefined;
  versionIds?: readonly string[] | undefined;
  /** Any text: it arrives in the modal exactly as written. */
  title?: string | undefined;
  /**
   * Keep the modal hidden while no input of the user is needed.
   * @default false
   */
  hide?: boolean | undefined;
  /** @default false */
  alwaysShowAuthentication?: boolean | undefined;
  /** In Alloy's documentation; alloy-frontend 2.1.1 drops it. */
  workflowSelection?: boolean | undefined;
  /** Any JSON: it arrives exactly as given. */
  preFilledValues?: readonly unknown[] | undefined;
  /** Any JSON: it arrives exactly as given. */
  outputOverride?: readonly unknown[] | undefined;
  /** @default "install" */
  operation?: 'install' | 'edit' | 'update' | undefined;
}

export interface InstallResult {
  integrationId?: string | undefined;
  workflowIds?: readonly string[] | undefined;
}

/** One of app, category and integrationId is needed; otherwise "install/invalid-options". */
export interface AuthenticateOptions {
  app?: string | undefined;
  category?: string | undefined;
  integrationId?: string | undefined;
  useUnifiedSettings?: boolean | undefined;
}

export interface AuthenticateResult {
  connectionId?: string | undefined;
  credentialId?: string | undefined;
}

/** What either kind of modal can be given and can give; core does not tell them apart. */
export type ModalOptions = InstallOptions & AuthenticateOptions;
export type ModalResult = InstallResult & AuthenticateResult;

/** How one opening of the modal ended: exactly one of these, exactly once. */
export type Outcome<Result> =
  | { status: 'success'; result: Result }
  | { status: 'dismissed' }
  | { status: 'error'; error: AlloyError };

export interface ModalCallbacks<Result> {
  onSuccess?: ((result: Result) => void) | undefined;
  onDismiss?: (() => void) | undefined;
  onError?: ((error: AlloyError) => void) | undefined;
  onSettled?: ((outcome: Outcome<Result>) => void) | undefined;
}

/** Discriminated by status; the booleans say the same for those who prefer them. */
export type ModalState<Result> = {
  isLoading: boolean;
  isOpen: boolean;
  isSuccess: boolean;
  isError: boolean;
} & (
  | { status: 'idle' | 'loading' | 'open' | 'dismissed'; result: null; error: null }
  | { status: 'success'; result: Result; error: null }
  | { status: 'error'; result: null; error: AlloyError }
);

export interface ModalControls {
  /** Close the modal if it is open (a dismissal), or give up the opening. */
  close(): void;
  /** Back to "idle" after an end. */
  reset(): void;
  /** Fetch token and SDK ahead of the click. */
  preload(): void;
}

/** The words around Alloy's page. */
export interface ModalLabels {
  /** Names the dialog where no `title` option does. @default "Connect an app" */
  title: string;
  /** @default "Close" */
  close: string;
  /** In place of a page that did not load. @default "This page could not be loaded." */
  unreachable: string;
  /** Loads that page again. @default "Try again" */
  retry: string;
}
