import { AlloyError } from '../../errors/alloy-error';

export interface TokenOwnerPorts {
  /** Whether the host app says who is signed in. */
  hasUserKey(): boolean;
  /** Names the endpoint in errors. */
  where(): string;
  /** The backend answers with another user's token than before. */
  onChange(): void;
}

/** Whose tokens the backend answers with, and whether that is still the user whom the page was made for. */
export interface TokenOwner {
  /** Called with the user of each token that comes. null: it names none. */
  see(subject: string | null): void;
  /** Why no modal may open now; null: one may. */
  objection(): AlloyError | null;
}

/**
 * A page that was made for one user must not connect the account of another. Where `userKey` names the user, that holds
 * until the first user is back, or the provider gets another key. Where it does not, the token is all that is known of the
 * user: one modal ends in the error, so that the change is seen, and after that the new user is the page's.
 */
export function createTokenOwner(ports: TokenOwnerPorts): TokenOwner {
  let owner: string | null = null;
  let newest: string | null = null;

  return {
    see(subject) {
      if (subject === null) return;
      owner ??= subject;
      const isChange = newest !== null && newest !== subject;
      newest = subject;
      if (isChange) ports.onChange();
    },
    objection() {
      if (newest === owner) return null;
      if (!ports.hasUserKey()) owner = newest;
      return new AlloyError('token/user-changed', { where: ports.where() });
    },
  };
}
