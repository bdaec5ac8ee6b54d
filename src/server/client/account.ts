import { sha256 } from '../sha256';
import type { Endpoint } from './api-address';
import type { HeldKey, Keyring } from './api-key';
import type { AlloyClient } from './contract';

/** Tells the host and the account of a client apart from all others, without showing the key. */
export type AccountOf = () => Promise<string>;

/** Found on a copy of the client too, such as `{ ...alloy, users: { ...alloy.users, createToken } }`. */
const ACCOUNT = Symbol.for('alloy-react.account');

export function markAccount(client: AlloyClient, endpoint: Endpoint, key: Keyring): AlloyClient {
  const digests = new WeakMap<HeldKey, Promise<string>>();
  const account: AccountOf = async () => {
    const held = await key();
    const digest = digests.get(held) ?? sha256(held.secret);
    digests.set(held, digest);
    return `${endpoint.base} ${await digest}`;
  };
  return Object.assign(client, { [ACCOUNT]: account });
}

/** undefined: it is no client of createAlloyClient, and its account is not known. */
export function accountOf(client: AlloyClient): AccountOf | undefined {
  return (client as { [ACCOUNT]?: AccountOf })[ACCOUNT];
}
