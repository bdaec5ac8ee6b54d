import type { AlloyEvent } from './events';
import type { Integration } from '../integrations/integration';
import type { ModalLabels } from './modal';
import type { TokenProps } from './token';

/** Where the Alloy account lives. */
export type AlloyRegion = 'us' | 'eu';

/** What the library needs of `alloy-frontend` or `window.Alloy`; a test may pass its own. */
export interface AlloySdk {
  /** Sets the token for what is opened next. */
  setToken(token: string): void;
  /** Sets the region. Version 1.1.4 has none. */
  setRegion?(region: AlloyRegion): void;
  /** Opens the modal that installs. */
  install(params: Record<string, unknown>): void;
  /** Opens the modal that connects an account. */
  authenticate(params: Record<string, unknown>): void;
  /** install() with operation "edit". */
  edit?(params: Record<string, unknown>): void;
  /** install() with operation "update". */
  update?(params: Record<string, unknown>): void;
}

/** May resolve to the SDK, to its factory, or to a module whose default is either. */
export type AlloySdkLoader = () => Promise<unknown>;

/** What the provider takes, besides children and labels. */
export type AlloyOptions = TokenProps & {
  /**
   * Who is signed in to the host app. When it changes, the old user's token, data and open modal are gone at
   * once: nothing fetched for the old key is ever used for the new one, however late it arrives.
   *
   * With a key, a provider that comes within 30 seconds after another one of the same key, as pages with a provider each
   * do when the user goes from one to the next, begins with the token of the other.
   *
   * null: nobody is signed in. Nothing is asked for, and nothing is an error, until there is a key. undefined: the provider
   * goes by the token alone.
   */
  userKey?: string | null | undefined;
  /** @default "us" */
  region?: AlloyRegion | undefined;
  /**
   * Where the modal SDK comes from. Default: npm's `alloy-frontend`, imported on demand, so that it is in no
   * page's first bundle. A failed load is retried at the next need, when the network is back,
   * and now and then, never cached. A loader of your own has 60 seconds.
   * For the hosted script pass `loadAlloyScript({ ... })`; for tests and demos see alloy-react/testing.
   */
  loadSdk?: AlloySdkLoader | undefined;
  /**
   * When token and SDK are fetched, side by side:
   * "mount" once the provider is mounted; "intent" on pointer-over, focus or touch of a button; "none" at the click.
   * @default "mount"
   */
  preload?: 'mount' | 'intent' | 'none' | undefined;
  /** Of all words, those that the modal needs. */
  labels?: { modal?: Partial<ModalLabels> | undefined } | undefined;
  /**
   * What a server knows already, so that the first render has data. It counts as fetched when the provider mounts, and is
   * fetched again when it is stale, 30 seconds later. Only for the user whom the provider had first.
   */
  initialIntegrations?: readonly Integration[] | undefined;
  /**
   * The host app's endpoint that takes an integration of the user away, made with `createDisconnectHandler` of
   * alloy-react/server: POST with `{ "integrationId": "..." }` as JSON. Credentials: "same-origin" unless disconnectRequest
   * says otherwise. Without it nothing offers to disconnect.
   */
  disconnectUrl?: string | URL | undefined;
  /** Extra fetch options for it (headers, credentials), read anew for each request. Method and body stay. */
  disconnectRequest?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
  /** Used for the token endpoint, the disconnect endpoint and Alloy's data API. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Telemetry. Never receives a token. An exception it throws is reported and changes nothing. */
  onEvent?: ((event: AlloyEvent) => void) | undefined;
};
