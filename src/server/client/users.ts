import { readJwt } from '../../shared/jwt';
import { malformed, objectIn, stringIn } from './answer';
import type { ApiCaller, ApiMethod } from './api-call';
import { AlloyApiError } from './api-error';
import { checkedId } from './checked-id';
import type { AlloyClient, AlloyUserInput } from './contract';

/** As Alloy's documentation says. */
const MAX_BATCH = 1_000;

interface AlloyUser {
  userId: string;
  username: string;
}

export function createUsers(method: ApiMethod): AlloyClient['users'] {
  return {
    create: (user, options) => method(options, (call) => create(call, user)),
    get: (userIdOrUsername, options) => method(options, (call) => find(call, userIdOrUsername)),
    ensure: (user, options) => method(options, (call) => ensure(call, user)),

    // A deadline for each batch: a million users take longer than any one call may.
    async createMany(users, options) {
      const invalidUsers: unknown[] = [];
      for (let start = 0; start < users.length; start += MAX_BATCH) {
        const batch = users.slice(start, start + MAX_BATCH).map(bodyOf);
        const answer = await method(options, (call) =>
          call({ method: 'POST', path: ['users', 'batch'], body: { users: batch } }),
        );
        const { invalidUsers: invalid } = objectIn(answer.json);
        if (Array.isArray(invalid)) invalidUsers.push(...(invalid as unknown[]));
      }
      return { invalidUsers };
    },

    async update(userIdOrUsername, { username, fullName }, options) {
      const body = {
        ...(username !== undefined && { username: checkedId(username) }),
        ...(fullName !== undefined && { fullName }),
      };
      const path = ['users', userIdOrUsername];
      await method(options, (call) => call({ method: 'PUT', path, body }));
    },

    async delete(userIdOrUsername, options) {
      const path = ['users', userIdOrUsername];
      await method(options, (call) => call({ method: 'DELETE', path }));
    },

    async createToken(userIdOrUsername, options) {
      const path = ['users', userIdOrUsername, 'token'];
      const { json, sentAt } = await method(options, (call) => call({ method: 'GET', path }));
      const token =
        typeof json === 'string' ? json : stringIn(json, 'token', 'GET /users/{userId}/token');
      return { token, expiresAt: expiryOf(token), ...(sentAt && { sentAt }) };
    },
  };
}

function bodyOf({ username, fullName }: AlloyUserInput): object {
  return { username: checkedId(username), ...(fullName !== undefined && { fullName }) };
}

async function create(call: ApiCaller, user: AlloyUserInput): Promise<{ userId: string }> {
  const { json } = await call({ method: 'POST', path: ['users'], body: bodyOf(user) });
  return { userId: stringIn(json, 'userId', 'POST /users') };
}

async function find(call: ApiCaller, userIdOrUsername: string): Promise<AlloyUser | null> {
  try {
    const { json } = await call({ method: 'GET', path: ['users', userIdOrUsername] });
    const { username } = objectIn(json);
    return {
      userId: stringIn(json, 'userId', 'GET /users/{userId}'),
      username: typeof username === 'string' ? username : '',
    };
  } catch (error) {
    if (error instanceof AlloyApiError && error.code === 'not-found') return null;
    throw error;
  }
}

async function ensure(call: ApiCaller, user: AlloyUserInput): Promise<{ userId: string }> {
  const existing = await find(call, user.username);
  if (existing) return own(existing, user);
  try {
    return await create(call, user);
  } catch (error) {
    if (!(error instanceof AlloyApiError) || error.code !== 'invalid-request') throw error;
    // Perhaps the username exists by now: another request was quicker, or the answer of this one's
    // first try was lost.
    const winner = await find(call, user.username);
    if (!winner) throw error;
    return own(winner, user);
  }
}

/** Alloy takes ids as well as usernames: what it found by one user's name may be another user. */
function own({ userId, username }: AlloyUser, wanted: AlloyUserInput): { userId: string } {
  if (userId !== wanted.username || username === wanted.username) return { userId };
  throw new AlloyApiError(
    'invalid-request',
    'users.ensure: this username is the Alloy userId of another user. A username must be your own id of the user, and not chosen by the user.',
  );
}

function expiryOf(token: string): Date | null {
  try {
    const { expiresAt } = readJwt(token);
    return expiresAt === null ? null : new Date(expiresAt);
  } catch {
    throw malformed('GET /users/{userId}/token', 'a JWT');
  }
}
