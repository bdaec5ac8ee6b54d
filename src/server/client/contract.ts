/** For {@link createAlloyClient}. */
export interface AlloyClientOptions {
  /**
   * The secret. A function is asked at the first need, and once more after a 401, so that a key rotated in a secrets
   * manager is picked up without a restart. The key appears in no error, log or response.
   *
   * A function that does not answer within half of `timeoutMs` (5 seconds at most) counts as failed and is asked again.
   */
  apiKey: string | (() => string | Promise<string>);
  /** @default "us" */
  region?: 'us' | 'eu' | undefined;
  /**
   * Another host, such as `http://127.0.0.1:4010` of `npm run sandbox`, or an older version of the API with
   * the version in its path: `https://embedded.runalloy.com/2024-03`.
   * @default "https://production.runalloy.com"; in the EU "https://eu-embedded.runalloy.com"
   */
  baseUrl?: string | undefined;
  /**
   * Sent as Alloy wants it: up to 2024 in the path, from 2025 on in a header.
   * @default "2025-09"; in the EU "2024-03", unless `baseUrl` is set
   */
  apiVersion?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * How long a method may take as a whole, in milliseconds: all its calls and their retries. Less than the 10 seconds
   * that a browser waits for its token, so that the browser hears why.
   * @default 8_000
   */
  timeoutMs?: number | undefined;
  /** Retries of GETs, PUTs and DELETEs, and of any call after 429/503 with Retry-After. @default 2 */
  retries?: number | undefined;
}

/** An end user of yours, as Alloy is to know them. */
export interface AlloyUserInput {
  /**
   * Your own id of the user: unique in your Alloy account, never changing, and not chosen by the user. Not an Alloy
   * `userId`.
   */
  username: string;
  /** Shown in Alloy's dashboard. */
  fullName?: string | undefined;
}

/** What every method of {@link AlloyClient} takes last. */
export interface AlloyCallOptions {
  /** Gives the call up; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A token of a user, and what is known of its time. */
export interface AlloyUserToken {
  /** The JWT for the user's browser. */
  token: string;
  /** By Alloy's clock; null when the token never expires. */
  expiresAt: Date | null;
  /** When Alloy answered, by Alloy's own clock (Date plus Age). Missing when the answer did not say. */
  sentAt?: Date;
}

/** A connection of a user to an app. Alloy tells nothing of its health. */
export interface AlloyCredential {
  /** Alloy's id of it. */
  credentialId: string;
  /** Alloy's slug of the app, such as "shopify". */
  type: string;
  /** As Alloy shows it to the user. */
  name: string;
}

/** Alloy's API as this package needs it. Every method rejects with {@link AlloyApiError}. */
export interface AlloyClient {
  /** Alloy's users: one for each user of yours. */
  users: {
    /** @throws AlloyApiError "invalid-request" when the username exists */
    create(user: AlloyUserInput, options?: AlloyCallOptions): Promise<{ userId: string }>;
    /** Creates users in batches of 1,000, one after the other. Returns those that Alloy refused, as Alloy lists them. */
    createMany(
      users: readonly AlloyUserInput[],
      options?: AlloyCallOptions,
    ): Promise<{ invalidUsers: readonly unknown[] }>;
    /** null: there is no such user. */
    get(
      userIdOrUsername: string,
      options?: AlloyCallOptions,
    ): Promise<{ userId: string; username: string } | null>;
    /**
     * Gets the user with this username, or creates it. Safe when two requests race.
     * @throws AlloyApiError "invalid-request" when the username is the Alloy `userId` of another user
     */
    ensure(user: AlloyUserInput, options?: AlloyCallOptions): Promise<{ userId: string }>;
    update(
      userIdOrUsername: string,
      user: { username?: string | undefined; fullName?: string | undefined },
      options?: AlloyCallOptions,
    ): Promise<void>;
    delete(userIdOrUsername: string, options?: AlloyCallOptions): Promise<void>;
    createToken(userIdOrUsername: string, options?: AlloyCallOptions): Promise<AlloyUserToken>;
  };
  /** What a user can install, and has. */
  integrations: {
    /** Each as Alloy answers it. */
    list(userIdOrUsername: string, options?: AlloyCallOptions): Promise<unknown[]>;
    get(
      userIdOrUsername: string,
      integrationId: string,
      options?: AlloyCallOptions,
    ): Promise<unknown>;
  };
  /** A user's workflows. */
  workflows: {
    activate(
      userIdOrUsername: string,
      workflowId: string,
      options?: AlloyCallOptions,
    ): Promise<void>;
    deactivate(
      userIdOrUsername: string,
      workflowId: string,
      options?: AlloyCallOptions,
    ): Promise<void>;
    /** Takes the workflow away from the user. */
    delete(userIdOrUsername: string, workflowId: string, options?: AlloyCallOptions): Promise<void>;
  };
  /** A user's connections to apps, which integrations of one app share. */
  credentials: {
    list(userIdOrUsername: string, options?: AlloyCallOptions): Promise<AlloyCredential[]>;
    /** Other integrations of the same app use the same credential: they stop working too. */
    delete(
      userIdOrUsername: string,
      credentialId: string,
      options?: AlloyCallOptions,
    ): Promise<void>;
  };
}
