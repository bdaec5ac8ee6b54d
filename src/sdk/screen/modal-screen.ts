import type { ModalResult, Outcome } from '../../core/contract/modal';
import type { ModalToOpen } from '../../core/modal/modals';
import { AlloyError } from '../../errors/alloy-error';
import { createModalDialog } from '../dialog/dialog';
import { modalLabels } from '../dialog/labels';
import { findOpener } from '../dialog/opener';
import { pressPoint } from '../guard/echo';
import { watchFrame, type FrameFailure } from './frame-watch';
import { findSdkModal, repairUrl, warnOfUnknownSdk } from './sdk-modal';

/** What one opening has on screen, from the SDK's call until nothing of it is left. */
export interface ModalScreen {
  /** Puts what the SDK made into the page; `onMessage` hears the frame in it and nobody else. */
  put(elements: Element[], onMessage: (event: MessageEvent) => void): void;
  /** A success stays on screen for as long as Alloy's page wants; anything else is taken off it. */
  end(outcome: Outcome<ModalResult>): void;
}

export function createModalScreen(modal: ModalToOpen): ModalScreen {
  const { options, labels, signal, cause, onEnd, onRetry } = modal;
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
    const origin = { ...findOpener(cause?.path ?? []), press: pressPoint(cause?.event) };
    const view = origin.document.defaultView ?? window;
    if (sdkModal) repairUrl(sdkModal.frame);
    const dialog =
      sdkModal && createModalDialog(sdkModal, modalLabels(options, labels), origin, dismiss);
    if (!dialog) origin.document.body.append(...elements);
    if (!dialog && frame) warnOfUnknownSdk();

    const stopWatchingRemoval = watchRemoval(elements, dismiss);
    const watch =
      frame &&
      watchFrame(frame, {
        isHidden: () => Boolean(dialog && !dialog.isShown()),
        onAlive: () => dialog?.reveal(),
        onFailure: giveUp,
      });
    // Alloy's page talks to the window that holds its frame.
    view.addEventListener('message', onWindowMessage);
    // A frame or a window of the host may go, and this document with it. The page itself may come back.
    if (view !== window) view.addEventListener('pagehide', dismiss);
    signal.addEventListener('abort', onAbort);
    remove = (byHost) => {
      remove = () => undefined;
      stopWatchingRemoval();
      watch?.stop();
      view.removeEventListener('message', onWindowMessage);
      if (view !== window) view.removeEventListener('pagehide', dismiss);
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
      watch?.onMessage();
    }

    /** `hide: true` keeps the SDK's modal hidden until Alloy's page asks for it. */
    function showUnlessHidden(): void {
      if (sdkModal?.root.isConnected && sdkModal.root.style.display !== 'none') dialog?.show();
    }

    /** The end is told at once; what is on screen stays and offers to begin anew. */
    function giveUp(failure: FrameFailure): void {
      const facts = 'facts' in failure ? failure.facts : {};
      const outcome = { status: 'error', error: new AlloyError(failure.code, facts) } as const;
      if (dialog?.isShown()) {
        onEnd(outcome);
        dialog.giveUp(onRetry);
      } else end(outcome);
    }
  }

  return { put, end };
}

/** Calls `onGone` once none of these is in the page, whoever took them away. Returns a function that stops it. */
function watchRemoval(elements: Element[], onGone: () => void): () => void {
  const observer = new MutationObserver(() => {
    if (elements.some((element) => element.isConnected)) return;
    observer.disconnect();
    onGone();
  });
  for (const element of elements) {
    for (let node = element.parentNode; node; node = node.parentNode) {
      observer.observe(node, { childList: true });
    }
  }
  return () => observer.disconnect();
}

function findFrame(elements: Element[]): HTMLIFrameElement | undefined {
  return elements.flatMap((element) => [...element.querySelectorAll('iframe')])[0];
}

/** The origin of the frame's URL. A frame without one (srcdoc) has this page's. */
function originOf(frame: HTMLIFrameElement): string {
  return new URL(frame.src || location.href).origin;
}
