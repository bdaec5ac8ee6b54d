/**
 * The only file that knows the faults of `alloy-frontend`. What it gives is a modal that ends exactly
 * once, hears only its own frame, can be used by everybody, and leaves nothing behind.
 */
import type { AlloySdk } from '../core/contract/options';
import type { ModalToOpen } from '../core/modal/modals';
import { AlloyError } from '../errors/alloy-error';
import { cleanCopy } from '../errors/clean-copy';
import { toAlloyError } from '../errors/to-alloy-error';
import { captureSdkCall } from './call/capture';
import { authenticateParams, installParams } from './call/params';
import { createModalScreen, type ModalScreen } from './screen/modal-screen';
import { callbackOutcome, connectionOutcome, failureOf, fieldsOf } from './call/outcome';
import { resolveSdk } from './resolve-sdk';

/** @throws AlloyError "sdk/invalid" */
export function createModalOpener(loaded: unknown): (modal: ModalToOpen) => void {
  const sdk = resolveSdk(loaded);
  return (modal) => {
    const screen = createModalScreen(modal);
    try {
      const { elements, deliver } = captureSdkCall(() => callSdk(sdk, modal, screen));
      screen.put(elements, (event) => {
        if (modal.kind === 'install') deliverOfInstall(event, deliver, screen);
        else deliverOfAuthenticate(event, deliver, screen);
      });
    } catch (error) {
      // It may quote the address of its frame, and that holds the token.
      const failure = toAlloyError(error, 'sdk/failed', { got: String(cleanCopy(error)) });
      screen.end({ status: 'error', error: failure });
    }
  };
}

function callSdk(sdk: AlloySdk, modal: ModalToOpen, screen: ModalScreen): void {
  const { kind, options, token, region } = modal;
  sdk.setToken(token);
  if (sdk.setRegion) sdk.setRegion(region);
  else if (region !== 'us') {
    // 1.1.4 would open the modal of the US, where this user does not exist.
    throw new AlloyError('sdk/invalid', {
      got: 'one without setRegion',
      detail: `The region "${region}" needs it; alloy-frontend 2 has it`,
    });
  }

  /** Called at `workflowCreated` and at `closeModal` again: the first end is the one that counts. */
  function callback(data: unknown): void {
    const outcome = callbackOutcome(kind, options, data);
    if (outcome) screen.end(outcome);
  }
  // `authenticate` writes its callback into the URL, source and all: this one's text is empty.
  callback.toString = () => '';
  // `edit` and `update` are `install` with other parameters, and are asked for by those.
  const params = kind === 'install' ? installParams(options) : authenticateParams(options);
  sdk[kind]({ ...params, callback });
}

/** The SDK takes a failed connection for a dismissal here. */
function deliverOfInstall(
  event: MessageEvent,
  deliver: (event: MessageEvent) => void,
  screen: ModalScreen,
): void {
  const failure = failureOf(event.data);
  if (failure) screen.end(failure);
  deliver(event);
}

/**
 * The SDK takes any message to `authenticate` for a success, closes the modal at it, and does not say that
 * a connection failed. So the end is read here, and the SDK is shown nothing that it would mistake for one.
 */
function deliverOfAuthenticate(
  event: MessageEvent,
  deliver: (event: MessageEvent) => void,
  screen: ModalScreen,
): void {
  const outcome = connectionOutcome(event.data);
  const { closeModal, showModal } = fieldsOf(event.data);
  if (outcome) screen.end(outcome);
  if (outcome || closeModal || showModal) deliver(event);
}
