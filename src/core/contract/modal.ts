import type { AlloyError } from '../../errors/alloy-error';

/** The two flows of Alloy: "install" an integration, or "authenticate" an account. */
export type ModalKind = 'install' | 'authenticate';

/** What to install, and how the modal shows it. */
export interface InstallOptions {
  /**
   * One of integrationId and workflowIds is needed, here or at install(); otherwise "install/invalid-options". With both,
   * Alloy goes by integrationId.
   */
  integrationId?: string | undefined;
  /** The workflows to install, without an integration. integrationId wins if both are given. */
  workflowIds?: readonly string[] | undefined;
  /** Versions of the workflows. Without them Alloy takes the newest. */
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

/** What was asked for, once more. Alloy does not say what it installed: see the data hooks. */
export interface InstallResult {
  /** As given to the opening. */
  integrationId?: string | undefined;
  /** As given to the opening. */
  workflowIds?: readonly string[] | undefined;
}

/** One of app, category and integrationId is needed; otherwise "install/invalid-options". */
export interface AuthenticateOptions {
  /** Alloy's slug of the app, such as "shopify". */
  app?: string | undefined;
  /** A category such as "commerce": the user chooses the app. */
  category?: string | undefined;
  /** An integration whose app is to be connected. */
  integrationId?: string | undefined;
  /** Use the settings of Alloy's Unified API. Without it Alloy decides. */
  useUnifiedSettings?: boolean | undefined;
}

/** What was connected. At least one of the two is there. */
export interface AuthenticateResult {
  /** For calls of the Unified API: send it to your backend. */
  connectionId?: string | undefined;
  /** Alloy's id of the credential. */
  credentialId?: string | undefined;
}

/** What either kind of modal can be given and can give; core does not tell them apart. */
export type ModalOptions = InstallOptions &
  AuthenticateOptions & {
    /** What the integration is called, where that is known: names the dialog. Alloy is not told. */
    name?: string | undefined;
  };
export type ModalResult = InstallResult & AuthenticateResult;

/** How one opening of the modal ended: exactly one of these, exactly once. */
export type Outcome<Result> =
  | {
      /** "success": the user finished. "dismissed": they closed the modal. "error": it failed. */
      status: 'success';
      /** What was connected. */
      result: Result;
    }
  | { status: 'dismissed' }
  | {
      status: 'error';
      /** Why it failed. */
      error: AlloyError;
    };

/** Called when an opening ends. The newest ones are called, so none needs useCallback. */
export interface ModalCallbacks<Result> {
  /** The user finished. */
  onSuccess?: ((result: Result) => void) | undefined;
  /** The user closed the modal. */
  onDismiss?: (() => void) | undefined;
  /** The opening failed. */
  onError?: ((error: AlloyError) => void) | undefined;
  /**
   * Called after any of the others, with the outcome. "Try again" on a page that did not load begins a new opening, which
   * only the callbacks hear of: the promise of the call has ended with the first.
   */
  onSettled?: ((outcome: Outcome<Result>) => void) | undefined;
}

/** Discriminated by status, or by a boolean, for those who prefer these: `isError` narrows `error` as well. */
export type ModalState<Result> =
  | {
      /** How the newest opening stands. */
      status: 'idle' | 'dismissed';
      /** The token or the SDK is on its way. */
      isLoading: false;
      /** The modal is on screen. */
      isOpen: false;
      /** The last opening succeeded. */
      isSuccess: false;
      /** The last opening failed. */
      isError: false;
      /** What was connected, after a success. */
      result: null;
      /** Why it failed, after a failure. */
      error: null;
    }
  | {
      status: 'loading';
      isLoading: true;
      isOpen: false;
      isSuccess: false;
      isError: false;
      result: null;
      error: null;
    }
  | {
      status: 'open';
      isLoading: false;
      isOpen: true;
      isSuccess: false;
      isError: false;
      result: null;
      error: null;
    }
  | {
      status: 'success';
      isLoading: false;
      isOpen: false;
      isSuccess: true;
      isError: false;
      result: Result;
      error: null;
    }
  | {
      status: 'error';
      isLoading: false;
      isOpen: false;
      isSuccess: false;
      isError: true;
      result: null;
      error: AlloyError;
    };

/**
 * Stands in any handler as it is: `onClick={install}`, `onPress={install}`, `.then(install)`. What is no options object,
 * such as an event, is ignored. An object literal with an option that does not exist is a type error.
 */
export interface OpenModal<Options, Result> {
  (overrides?: Options): Promise<Outcome<Result>>;
  /** What a handler is called with: every value has toString, and a literal with other properties does not fit. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- what a Promise<void> hands to then()
  (ignored: { toString(): string } | null | undefined | void): Promise<Outcome<Result>>;
  /** A value of type unknown. */
  <Value>(ignored: unknown extends Value ? Value : never): Promise<Outcome<Result>>;
}

/** What can be done with an opening, besides starting it. */
export interface ModalControls {
  /** Close the modal if it is open (a dismissal), or give up the opening. */
  close: () => void;
  /** Back to "idle" after an end. */
  reset: () => void;
  /** Fetch token and SDK ahead of the click. */
  preload: () => void;
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
