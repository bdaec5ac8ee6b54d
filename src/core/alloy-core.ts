import type { Alloy } from './contract/alloy';
import type { ModalOptions, ModalResult, Outcome } from './contract/modal';
import type { AlloyOptions } from './contract/options';
import type { Engine } from './engine';
import type { ModalHost } from './modal/session';
import type { Store } from './store';
import type { TokenNeed } from './token/manager';

/** What an account has installed of an integration or of some workflows. */
interface Installation {
  installed: boolean;
  /** A newer version than the installed one exists. */
  updateAvailable?: boolean;
}

/** What a button installs. */
export type InstallTarget = { integrationId: string } | { workflowIds: readonly string[] };

/** Tells `listener` what is installed, now and after each change. Returns a function that stops it. */
export type DetectInstallation = (
  target: InstallTarget,
  listener: (installation: Installation) => void,
) => () => void;

/** What is told of one opening of the modal. */
export interface ModalActivity {
  type: 'modal';
  /** The options of the hook with those of the call over them. */
  target: ModalOptions;
  /** null: it has only been asked for. */
  outcome: Outcome<ModalResult> | null;
  /** Whether it was on screen, so that the user may have changed something. */
  wasOpen: boolean;
}

/** What the parts around a core are told. */
export type AlloySignal =
  | ModalActivity
  /** Everything under way is given up. It may be mounted again. */
  | { type: 'stopped' }
  /** The backend answered with another user's token than before. */
  | { type: 'user-changed' };

/** All that one provider holds for one identity. */
export interface AlloyCore extends ModalHost {
  readonly store: Store<Alloy>;
  readonly options: AlloyOptions;
  /** Hands on the newest options. What makes an identity (userKey, tokenUrl, region) must not change. */
  setOptions(options: AlloyOptions): void;
  /** Counted: the first starts everything, the last one undone stops it. */
  mount(): () => void;
  /** Set by the data hooks where they are in use: an app without them is without their code. */
  readonly detector: Store<DetectInstallation | null>;
  /** The user seems about to click. */
  intent(): void;
  /** Like `Alloy.getToken`, for the data API: a wait can be given up, a refused token named. */
  getToken(need?: TokenNeed): Promise<string>;
  /** The lazily loaded half, for what is seldom needed. @throws AlloyError */
  load(): Promise<Engine>;
  /** Returns a function that stops it. */
  listen(listener: (signal: AlloySignal) => void): () => void;
}
