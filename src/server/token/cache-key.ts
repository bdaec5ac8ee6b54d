import { sha256 } from '../sha256';
import { BoundedMap } from './bounded-map';

const PREFIX = 'alloy-react:token:';

/**
 * The key of a user's token: nobody learns a username from it, and two accounts, regions or hosts never share one.
 *
 * A hash costs as much as a whole request of node:http (measured on Node 20), so the latest ones are kept. As promises:
 * requests that come together then go on together, and become one call of Alloy.
 *
 * @param account what tells it apart from all other accounts
 */
export function createCacheKeys(): (account: string, username: string) => Promise<string> {
  const kept = new BoundedMap<string, { account: string; key: Promise<string> }>();
  return (account, username) => {
    const known = kept.get(username);
    if (known?.account === account) return known.key;
    const key = sha256(JSON.stringify([account, username])).then((digest) => PREFIX + digest);
    kept.set(username, { account, key });
    return key;
  };
}
