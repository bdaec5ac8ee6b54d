import { BoundedMap } from './bounded-map';

const MAX_REFRESHES = 3;
const PER_MS = 60_000;

/**
 * How often a user may pass the cache by. A page that asks in a loop then gets the cached token, and costs Alloy nothing.
 *
 * @returns whether this user may do so now
 */
export function createRefreshLimit(): (username: string) => boolean {
  const users = new BoundedMap<string, { since: number; count: number }>();
  return (username) => {
    const now = Date.now();
    const { since, count } = users.get(username) ?? { since: now, count: 0 };
    const isOver = now - since >= PER_MS;
    if (!isOver && count >= MAX_REFRESHES) return false;
    users.set(username, isOver ? { since: now, count: 1 } : { since, count: count + 1 });
    return true;
  };
}
