import type { SandboxAccounts, SandboxUser } from './accounts';
import { answerJson, refuse } from './answer';
import { fieldOf, type SandboxRequest } from './request';
import type { SandboxTokens } from './token';

/** As Alloy's documentation says. */
const MAX_BATCH = 1_000;

/** `/users/...` and `/credentials/users/...`: what a backend does around its users, with the API key. */
export async function answerAboutUsers(
  request: SandboxRequest,
  accounts: SandboxAccounts,
  tokens: SandboxTokens,
): Promise<Response> {
  const { method, path } = request;
  const [resource, id, action] = path;
  if (resource === 'credentials') {
    const user = id === 'users' ? accounts.find(action ?? '') : undefined;
    return user
      ? answerAboutCredentials(method, undefined, accounts, user)
      : refuse(404, 'User not found');
  }
  if (method === 'POST') {
    return id === 'batch' ? createBatch(request, accounts) : createUser(request, accounts);
  }
  if (id === undefined) {
    return method === 'GET'
      ? answerJson({ data: accounts.all().map(toApiUser) })
      : refuse(404, 'Not found');
  }
  const user = accounts.find(id);
  if (!user) return refuse(404, 'User not found');
  if (action === undefined) return answerAboutUser(request, accounts, user);
  if (action === 'credentials') return answerAboutCredentials(method, path[3], accounts, user);
  if (action === 'token' && method === 'GET') {
    return answerJson({ token: await tokens.issue(user.userId) });
  }
  return refuse(404, 'Not found');
}

function answerAboutUser(
  { method, body }: SandboxRequest,
  accounts: SandboxAccounts,
  user: SandboxUser,
): Response {
  if (method === 'DELETE') {
    accounts.remove(user);
    return answerJson({ deleted: true });
  }
  if (method === 'PUT') {
    const username = fieldOf(body, 'username');
    if (username !== undefined && !accounts.rename(user, username)) {
      return refuse(400, 'A user with this username already exists');
    }
    user.fullName = fieldOf(body, 'fullName') ?? user.fullName;
  } else if (method !== 'GET') {
    return refuse(404, 'Not found');
  }
  return answerJson(toApiUser(user));
}

function answerAboutCredentials(
  method: string,
  credentialId: string | undefined,
  accounts: SandboxAccounts,
  user: SandboxUser,
): Response {
  if (method === 'GET' && credentialId === undefined) return answerJson({ data: user.credentials });
  if (method !== 'DELETE' || credentialId === undefined) return refuse(404, 'Not found');
  return accounts.removeCredential(user, credentialId)
    ? answerJson({ success: true })
    : refuse(404, 'Credential not found');
}

function createUser({ body }: SandboxRequest, accounts: SandboxAccounts): Response {
  const username = fieldOf(body, 'username');
  if (!username) return refuse(400, 'username is required');
  const user = accounts.create(username, fieldOf(body, 'fullName'));
  return user
    ? answerJson({ userId: user.userId })
    : refuse(400, 'A user with this username already exists');
}

function createBatch({ body }: SandboxRequest, accounts: SandboxAccounts): Response {
  const { users } = (body ?? {}) as { users?: unknown };
  if (!Array.isArray(users) || users.length > MAX_BATCH) {
    return refuse(400, `users must be a list of at most ${MAX_BATCH}`);
  }
  const invalidUsers = users.filter((user: unknown) => {
    const username = fieldOf(user, 'username');
    return !username || !accounts.create(username, fieldOf(user, 'fullName'));
  });
  return answerJson({ message: 'Users created', invalidUsers });
}

function toApiUser({ userId, username, fullName }: SandboxUser): object {
  return { userId, username, fullName };
}
