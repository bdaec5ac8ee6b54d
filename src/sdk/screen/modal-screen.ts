import type { ModalToOpen } from '../../core/modal/modals';
import type { ModalResult, Outcome } from '../../core/contract/modal';
import { AlloyError } from '../../errors/alloy-error';
import { createModalDialog } from '../dialog/dialog';
import { watchFrameLoad } from './frame-load';
import { modalWords } from '../dialog/labels';
import { watchRemoval } from './removal';
import { findSdkModal, repairUrl, warnOfUnknownSdk } from './sdk-modal';

/** What one opening has on screen, from the SDK's call until nothing of it is left. */
export interface ModalScreen {
  /** Puts what the SDK made into the page; `onMessage` hears the frame in it and nobody else. */
  put(elements: Element[], onMessage: (event: MessageEvent) => void): void;
  /** A success stays on screen for as long as Alloy's page wants; anything else is taken off it. */
  end(outcome: Outcome<ModalResult>): void;
}

export function createModalScreen(modal: ModalToOpen): ModalScreen {
  const { options, labels, signal, onEnd, onRetry } = modal;
  let isEnded = false;
  let remove: (byHost: boolean) => void = () => undefined;

  function end(outcome: Outcome<ModalResult>): void {
    const isSuccess = outcome.status === 'success';
    isEnded ||= !isSuccess;
    // Before anybody is told, who may want to move the focus or to open the next one.
    if (!isSuccess) remove(false);
    onEnd(outcome);
  }

  function dismiss(): void {
    end({ status: 'dismissed' });
  }

  function put(elements: Element[], onMessage: (event: MessageEvent) => void): void {
    if (isEnded || signal.aborted) return;
    const sdkModal = findSdkModal(elements);
    const frame = sdkModal?.frame ?? findFrame(elements);
    if (sdkModal) repairUrl(sdkModal.frame);
    const dialog = sdkModal && createModalDialog(sdkModal, modalWords(options, labels), dismiss);
    if (!dialog) document.body.append(...elements);
    if (!dialog && frame) warnOfUnknownSdk();

    const stopWatching = [
      watchRemoval(elements, dismiss),
      ...(frame ? [watchFrameLoad(frame, () => dialog?.reveal(), giveUp)] : []),
    ];
    window.addEventListener('message', onWindowMessage);
    signal.addEventListener('abort', onAbort);
    remove = (byHost) => {
      remove = () => undefined;
      for (const stop of stopWatching) stop();
      window.removeEventListener('message', onWindowMessage);
      signal.removeEventListener('abort', onAbort);
      dialog?.remove(byHost);
      for (const element of elements) element.remove();
    };
    showUnlessHidden();

    function onAbort(): void {
      remove(true);
    }

    function onWindowMessage(event: MessageEvent): void {
      const isOfFrame = event.source === frame?.contentWindow && event.origin === originOf(frame);
      if (frame && !isOfFrame) return;
      onMessage(event);
      showUnlessHidden();
    }

    /** `hide: true` keeps the SDK's modal hidden until Alloy's page asks for it. */
    function showUnlessHidden(): void {
      if (sdkModal?.root.isConnected && sdkModal.root.style.display !== 'none') dialog?.show();
    }

    /** The end is told at once; what is on screen stays and offers to begin anew. */
    function giveUp(detail?: string): void {
      const error = new AlloyError('modal/timeout', { detail });
      if (dialog?.isShown()) {
        onEnd({ status: 'error', error });
        dialog.giveUp(onRetry);
      } else end({ status: 'error', error });
    }
  }

  return { put, end };
}

function findFrame(elements: Element[]): HTMLIFrameElement | undefined {
  return elements.flatMap((element) => [...element.querySelectorAll('iframe')])[0];
}

/** Of what the frame's own URL names: the modal's of the region; or this page's, for a page without one. */
function originOf(frame: HTMLIFrameElement): string {
  return new URL(frame.src || location.href).origin;
}
