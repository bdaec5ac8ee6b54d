import type { SandboxAccounts, SandboxUser } from './accounts';
import { answerJson, refuse } from './answer';
import { toApiIntegration, toApiWorkflow } from './integrations';
import { fieldOf, type SandboxRequest } from './request';
import type { SandboxTokens } from './token';
import { answerAboutUsers } from './user-routes';

export interface SandboxState {
  accounts: SandboxAccounts;
  tokens: SandboxTokens;
  /** undefined: any key is accepted. */
  apiKey: string | undefined;
}

/** A browser proves who it is by the user's token, a backend by the API key. */
export async function answerSandboxRequest(
  request: SandboxRequest,
  state: SandboxState,
): Promise<Response> {
  const token = request.headers.get('x-alloy-user-token');
  if (token !== undefined) {
    const userId = await state.tokens.read(token);
    if (userId === null) return refuse(401, 'Unauthorized');
    const { accounts } = state;
    const user = accounts.find(userId) ?? accounts.create(userId, undefined, userId);
    return user ? answerForUser(request, accounts, user) : refuse(401, 'Unauthorized');
  }
  const [scheme = '', key = ''] = (request.headers.get('authorization') ?? '').split(' ');
  const isKnown = key !== '' && (state.apiKey === undefined || key === state.apiKey);
  if (scheme.toLowerCase() !== 'bearer' || !isKnown) return refuse(401, 'Unauthorized');
  return answerForAccount(request, state);
}

async function answerForAccount(
  request: SandboxRequest,
  { accounts, tokens }: SandboxState,
): Promise<Response> {
  const { method, path, query } = request;
  const [resource, id] = path;
  if (resource === 'users' || resource === 'credentials') {
    return answerAboutUsers(request, accounts, tokens);
  }
  const userId = method === 'PUT' ? fieldOf(request.body, 'userId') : query.get('userId');
  if (!userId) return refuse(400, 'userId is required');
  const user = accounts.find(userId);
  if (!user) return refuse(404, 'User not found');
  if (method === 'DELETE' && resource === 'workflows') {
    return accounts.uninstall(user, id ?? '')
      ? answerJson({ deleted: true })
      : refuse(404, 'Workflow not found');
  }
  return answerForUser(request, accounts, user);
}

function answerForUser(
  { method, path, body, isOlder }: SandboxRequest,
  accounts: SandboxAccounts,
  user: SandboxUser,
): Response {
  const [resource, id] = path;
  const route = `${method} /${resource ?? ''}`;
  if (route === 'GET /integrations') {
    const all = user.integrations;
    if (id === undefined) {
      return answerJson({ data: all.map((item) => toApiIntegration(item, isOlder)) });
    }
    const one = all.find(({ integrationId }) => integrationId === id);
    return one ? answerJson(toApiIntegration(one, isOlder)) : refuse(404, 'Integration not found');
  }
  if (route === 'GET /installations') {
    const installed = user.integrations.filter((item) => item.installed);
    return answerJson({ data: installed.map((item) => toApiIntegration(item, isOlder)) });
  }
  if (route === 'GET /workflows') {
    const data = user.integrations.flatMap(({ workflows }) =>
      workflows.map((workflow) => toApiWorkflow(workflow, isOlder)),
    );
    return answerJson({ data });
  }
  if (route === 'PUT /workflows' && (id === 'activate' || id === 'deactivate')) {
    const workflowId = fieldOf(body, 'workflowId');
    if (!workflowId) return refuse(400, 'workflowId is required');
    return accounts.setActive(user, workflowId, id === 'activate')
      ? answerJson({ [`${id}d`]: true })
      : refuse(404, 'Workflow not found');
  }
  return refuse(404, 'Not found');
}
