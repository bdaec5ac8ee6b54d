import type { AlloySdk, AlloySdkLoader } from '../../core/contract/options';
import type { ModalKind } from '../../core/contract/modal';
import { readModalOptions } from '../fake/modal-options';
import { SANDBOX_INTEGRATIONS } from './integrations';
import { sandboxPage } from './page';

/** As the real SDK: the success stays on screen for a moment. */
const SUCCESS_SHOWN_MS = 1_000;

/** What the sandbox's modal needs to know of an integration. */
export interface SandboxIntegration {
  /** Alloy's id of the integration. */
  integrationId: string;
  /** The name of its app. */
  name: string;
  /** The address of an image, or null. */
  icon: string | null;
}

/** For {@link createSandboxSdk}. */
export interface SandboxSdkOptions {
  /** Those that the modal knows by name and icon. @default those of `createSandboxApi` */
  integrations?: readonly SandboxIntegration[] | undefined;
  /** Called with each integration that was connected by hand, such as to mark it as installed in a sandbox API. */
  onInstall?: ((integrationId: string) => void) | undefined;
}

/**
 * A loader whose modal is a page drawn here, offline, to click through by hand: connect, fail, close.
 * For stories, demos and a first look without an account.
 *
 * @example
 * ```tsx
 * const loadSdk = createSandboxSdk();
 * <AlloyProvider getToken={async () => createFakeToken()} loadSdk={loadSdk}>…</AlloyProvider>
 * ```
 */
export function createSandboxSdk(options: SandboxSdkOptions = {}): AlloySdkLoader {
  const sdk: AlloySdk = {
    setToken: () => undefined,
    setRegion: () => undefined,
    install: (params) => openModal('install', params, options),
    authenticate: (params) => openModal('authenticate', params, options),
  };
  return () => Promise.resolve(sdk);
}

function openModal(
  kind: ModalKind,
  { callback, ...params }: Record<string, unknown>,
  { integrations = SANDBOX_INTEGRATIONS, onInstall }: SandboxSdkOptions,
): void {
  const report = callback as (data: unknown) => void;
  const { integrationId, app, category, title, operation } = readModalOptions(params);
  const known = integrations.find((item) => item.integrationId === integrationId);
  const name = known?.name ?? app ?? category ?? 'an app';
  const verb = operation === 'edit' ? 'Edit' : operation === 'update' ? 'Update' : 'Connect';

  const frame = document.createElement('iframe');
  frame.srcdoc = sandboxPage({
    kind,
    heading: title ?? `${verb} ${name}`,
    app: name,
    icon: known?.icon ?? null,
  });
  const modal = drawLikeTheSdk(frame, () => {
    modal.remove();
    report({ success: false });
  });
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    page?.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest('[data-action]')?.getAttribute('data-action');
      if (action === 'connect') {
        page.body.dataset.step = 'done';
        page.querySelector('.done')?.append(`${name} is connected`);
        setTimeout(() => modal.remove(), SUCCESS_SHOWN_MS);
        if (kind === 'install' && integrationId) onInstall?.(integrationId);
        report({
          success: true,
          ...(kind === 'authenticate' && { connectionId: 'sandbox-connection' }),
        });
      } else if (action) {
        modal.remove();
        report({ success: false, ...(action === 'fail' && { connectionStatus: 'failed' }) });
      }
    });
  });
}

/** A backdrop, a container and in it a box with the frame, as alloy-frontend 2 appends them. */
function drawLikeTheSdk(frame: HTMLIFrameElement, onBackdrop: () => void): HTMLElement {
  const modal = document.createElement('div');
  const mask = document.createElement('div');
  const container = document.createElement('div');
  const box = document.createElement('div');
  const overlay = { position: 'fixed', inset: '0', zIndex: '1000' };
  Object.assign(mask.style, overlay, { backgroundColor: 'rgb(0 0 0 / 0.45)' });
  Object.assign(container.style, overlay);
  Object.assign(box.style, {
    width: '400px',
    height: '659px',
    margin: '75px auto',
    borderRadius: '16px',
    backgroundColor: '#fff',
  });
  Object.assign(frame.style, {
    minWidth: '100%',
    minHeight: '100%',
    border: 'none',
    borderRadius: '16px',
  });
  mask.addEventListener('click', onBackdrop);
  container.addEventListener('click', onBackdrop);
  box.append(frame);
  container.append(box);
  modal.append(mask, container);
  document.body.appendChild(modal);
  return modal;
}
