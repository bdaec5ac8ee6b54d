/**
 * The only file that knows the faults of `alloy-frontend`. What it gives is a modal that ends exactly
 * once, hears only its own frame, and leaves nothing behind.
 */
import type { AlloySdk } from '../core/alloy';
import type { ModalToOpen } from '../core/engine';
import { AlloyError, toAlloyError } from '../errors';
import { encodeJson } from './encode-json';

export function createModalOpener(module: unknown): (modal: ModalToOpen) => void {
  const sdk = resolveSdk(module);
  return (modal) => openModal(sdk, modal);
}

/**
 * A module's default, a factory's product, or the thing itself. Turbopack's namespace of a CommonJS
 * module is itself a function and has a default too: the default comes first.
 */
function resolveSdk(module: unknown): AlloySdk {
  const exported = hasDefault(module) ? module.default : module;
  let sdk: unknown = exported;
  try {
    if (typeof exported === 'function') sdk = (exported as () => unknown)();
  } catch (cause) {
    throw new AlloyError('sdk/invalid', { got: ': a factory that threw', cause });
  }
  if (!isSdk(sdk)) throw new AlloyError('sdk/invalid', { got: `: ${typeof sdk}` });
  return sdk;
}

function hasDefault(module: unknown): module is { default: unknown } {
  return (
    (typeof module === 'object' || typeof module === 'function') &&
    module !== null &&
    'default' in module
  );
}

function isSdk(value: unknown): value is AlloySdk {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['setToken', 'install', 'authenticate'].every(
      (name) => typeof (value as Record<string, unknown>)[name] === 'function',
    )
  );
}

function openModal(sdk: AlloySdk, modal: ModalToOpen): void {
  const { kind, token, region, signal, onEnd } = modal;
  try {
    sdk.setToken(token);
    if (sdk.setRegion) sdk.setRegion(region);
    else if (region !== 'us') {
      throw new AlloyError('sdk/invalid', {
        got: `: it has no setRegion, so region="${region}" cannot be had (alloy-frontend 2 has it)`,
      });
    }
    const params = kind === 'install' ? installParams(modal) : authenticateParams(modal);
    const { element, frame, deliver } = withSdkUnderControl(() => {
      sdk[kind]({ ...params, callback: quietInUrl(callback) });
    });
    // The SDK listens to every message of Alloy's origin and goes on after the modal is gone: here its
    // listener hears the frame of this modal alone, for as long as that is on screen.
    const onMessage = (event: MessageEvent): void => {
      if (event.source === frame?.contentWindow) deliver(event);
    };
    window.addEventListener('message', onMessage);
    signal.addEventListener('abort', () => {
      window.removeEventListener('message', onMessage);
      element?.remove();
    });
  } catch (error) {
    onEnd({ status: 'error', error: toAlloyError(error, 'sdk/failed', { got: String(error) }) });
  }

  function callback(data: unknown): void {
    onEnd(outcome(modal, data));
  }
}

function outcome(modal: ModalToOpen, data: unknown): Parameters<ModalToOpen['onEnd']>[0] {
  const { success, connectionId, credentialId } = (data ?? {}) as Record<string, unknown>;
  if (!success) return { status: 'dismissed' };
  const { integrationId, workflowIds } = modal.options;
  return {
    status: 'success',
    result:
      modal.kind === 'install'
        ? { integrationId, workflowIds }
        : {
            ...(typeof connectionId === 'string' && { connectionId }),
            ...(typeof credentialId === 'string' && { credentialId }),
          },
  };
}

function installParams({ options }: ModalToOpen): Record<string, unknown> {
  const { integrationId, workflowIds, versionIds, title, preFilledValues, outputOverride } =
    options;
  const { hide, alwaysShowAuthentication, workflowSelection, operation } = options;
  const isChange = operation === 'edit' || operation === 'update';
  // The SDK puts every value into the URL as it is: a `#` in one cuts off the token behind it.
  return {
    integrationId: integrationId && encodeURIComponent(integrationId),
    workflowIds: workflowIds?.map(encodeURIComponent),
    versionIds: versionIds?.map(encodeURIComponent),
    title: title && encodeURIComponent(title),
    preFilledValues: preFilledValues?.map(encodeJson),
    outputOverride: outputOverride?.map(encodeJson),
    hide,
    alwaysShowAuthentication: alwaysShowAuthentication ?? (isChange || undefined),
    workflowSelection,
    operation,
  };
}

function authenticateParams({ options }: ModalToOpen): Record<string, unknown> {
  const { app, category, integrationId, useUnifiedSettings } = options;
  return {
    app: app && encodeURIComponent(app),
    category: category && encodeURIComponent(category),
    integrationId: integrationId && encodeURIComponent(integrationId),
    useUnifiedSettings,
  };
}

/** `authenticate` writes the callback into the URL, source and all: this one's text is empty. */
function quietInUrl(callback: (data: unknown) => void): (data: unknown) => void {
  return Object.assign(callback, { toString: () => '' });
}

interface Controlled {
  /** What the SDK added to the page. */
  element: Element | null;
  frame: HTMLIFrameElement | null;
  /** Hands a message to the SDK. */
  deliver: (event: MessageEvent) => void;
}

/**
 * The SDK offers no handle on what it makes. All of it comes to be within this synchronous call, though:
 * one element at the end of <body>, and one message listener, which is caught here instead of added.
 */
function withSdkUnderControl(call: () => void): Controlled {
  const before = document.body.lastElementChild;
  const { addEventListener } = window;
  const listeners: EventListenerOrEventListenerObject[] = [];
  window.addEventListener = function (
    this: Window,
    ...args: [string, EventListenerOrEventListenerObject]
  ): void {
    if (args[0] === 'message') listeners.push(args[1]);
    else addEventListener.apply(this, args);
  } as typeof window.addEventListener;
  try {
    call();
  } finally {
    window.addEventListener = addEventListener;
  }
  const last = document.body.lastElementChild;
  const element = last === before ? null : last;
  return {
    element,
    frame: element?.querySelector('iframe') ?? null,
    deliver(event) {
      for (const listener of listeners) {
        if (typeof listener === 'function') listener.call(window, event);
        else listener.handleEvent(event);
      }
    },
  };
}
