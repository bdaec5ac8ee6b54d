import { sha256 } from '../sha256';
import type { Endpoint } from './api-address';
import type { HeldKey, Keyring } from './api-key';
import type { AlloyClient } from './contract';

/** Tells the host and the account of a client apart from all others, without showing the key. */
export type AccountOf = () => Promise<string>;

/** Found on a copy of the client too, such as `{ ...alloy, users: { ...alloy.users, createToken } }`. */
const ACCOUNT = Symbol.for('alloy-react.account');

export function markAccount(client: AlloyClient, endpoint: Endpoint, key: Keyring): AlloyClient {
  let known: { held: HeldKey; name: Promise<string> } | undefined;
  const account: AccountOf = async () => {
    const held = await key();
    if (known?.held !== held) known = { held, name: nameOf(endpoint, held) };
    return known.name;
  };
  return Object.assign(client, { [ACCOUNT]: account });
}

/** undefined: it is no client of createAlloyClient, and its account is not known. */
export function accountOf(client: AlloyClient): AccountOf | undefined {
  return (client as { [ACCOUNT]?: AccountOf })[ACCOUNT];
}

async function nameOf({ base }: Endpoint, { secret }: HeldKey): Promise<string> {
  return `${base} ${await sha256(secret)}`;
}
