import type { SandboxIntegration } from '../sandbox/sdk';
import { sandboxPage } from '../sandbox/page';

/** The two addresses of Alloy's app that the SDK opens in its frame. */
const KINDS = { '/forge-install': 'install', '/authenticate-app': 'authenticate' } as const;

export function isAlloyPage(pathname: string): pathname is keyof typeof KINDS {
  return Object.hasOwn(KINDS, pathname);
}

export interface AlloyPageOptions {
  /** Those that the page knows by name and icon. */
  integrations: readonly SandboxIntegration[];
  /** Whether the page asks for what its user does next. */
  isDriven: boolean;
}

/** The page in the modal. It tells its opener how it ended, in the messages of Alloy's own page. */
export function alloyPage(url: string, { integrations, isDriven }: AlloyPageOptions): string {
  const { pathname, searchParams } = new URL(url);
  const kind = isAlloyPage(pathname) ? KINDS[pathname] : 'install';
  const integrationId = searchParams.get('integrationId');
  const known = integrations.find((item) => item.integrationId === integrationId);
  const app =
    known?.name ?? searchParams.get('app') ?? searchParams.get('category') ?? 'your account';
  const operation = searchParams.get('operation');
  const verb = operation === 'edit' ? 'Edit' : operation === 'update' ? 'Update' : 'Connect';
  const page = sandboxPage({
    kind,
    heading: searchParams.get('title') ?? `${verb} ${app}`,
    app,
    icon: known?.icon ?? null,
  });
  const facts = {
    kind,
    app,
    integrationId,
    workflowIds: searchParams.getAll('id'),
    token: searchParams.get('token'),
    isHidden: searchParams.has('hide'),
    isDriven,
  };
  // A "<" in a value could end the script.
  const script = `const page = ${JSON.stringify(facts).replaceAll('<', String.raw`\u003c`)};\n${SCRIPT}`;
  return page.replace('</body>', () => `<script>${script}</script>\n</body>`);
}

const SCRIPT = `
const say = (message) => parent.postMessage(message, '*');

/** Told before the opener is, which may take this page away at once. */
async function end(isInstalled = false) {
  const { integrationId, token } = page;
  await fetch('/sandbox/ended', { method: 'POST', body: JSON.stringify({ integrationId, token, isInstalled }) });
}

const ACTIONS = {
  async connect() {
    const { kind, workflowIds, app } = page;
    await end(kind === 'install');
    document.body.dataset.step = 'done';
    document.querySelector('.done').textContent = app + ' is connected';
    if (kind === 'install') say({ workflowCreated: true, workflowIds });
    else say({ closeModal: true, connectionStatus: 'connected', connectionId: 'sandbox-connection', credentialId: 'sandbox-credential' });
  },
  async close() {
    await end();
    say({ closeModal: true });
  },
  async fail() {
    await end();
    say({ closeModal: true, connectionStatus: 'failed' });
  },
};

document.addEventListener('click', ({ target }) => {
  const action = target.closest('[data-action]')?.dataset.action;
  if (action) void ACTIONS[action]();
});

if (page.isHidden) say({ showModal: true });
if (page.isDriven) {
  fetch('/sandbox/next')
    .then((response) => response.json())
    .then((action) => ACTIONS[action]?.());
}
`;
