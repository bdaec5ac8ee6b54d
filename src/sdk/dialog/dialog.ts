import type { ModalLabels } from '../../core/contract/modal';
import { guardPage } from '../guard/decide';
import { isEcho, type PressPoint } from '../guard/echo';
import type { GuardedModal } from '../guard/page-guard';
import type { SdkModal } from '../screen/sdk-modal';
import { createControls } from './controls';
import { prepareFocusReturn } from './focus-return';
import { place } from './layout';
import { holdAnnouncements } from './live-regions';
import { rememberOpener, type Opener } from './opener';
import { createApology, createDialogParts } from './parts';
import { lockScroll } from './scroll-lock';
import { stayReachable } from './stay-reachable';
import { followVisiblePart } from './visible-part';
import { fitVisualViewport } from './visual-viewport';

export interface ModalDialog {
  show(): void;
  isShown(): boolean;
  /** The frame's page is here. */
  reveal(): void;
  /** The frame's page will not come: says so in its place, and offers to try again. */
  giveUp(onRetry: () => void): void;
  /** @param byHost The host took it away, and sees to the focus if its opener is gone. */
  remove(byHost: boolean): void;
}

/** What called for the modal: its place on screen, if it was a press. */
export interface DialogOrigin extends Opener {
  press: PressPoint | null;
}

/**
 * Makes the SDK's bare <div> a dialog that everybody can use.
 *
 * A modal <dialog> in the top layer stands above every z-index, fullscreen element and dialog of the host
 * and makes all of them inert, their focus traps included. From here on the frame is never moved in the
 * page, which would load it anew.
 */
export function createModalDialog(
  { root, mask, container, box, frame }: SdkModal,
  labels: ModalLabels,
  origin: DialogOrigin,
  onDismiss: () => void,
): ModalDialog {
  const { document } = origin;
  const view = document.defaultView ?? window;
  const guard = guardPage(view);
  const { dialog, header, close, cover, lastStop, probe } = createDialogParts(document, labels);
  const controls = createControls({ dialog, box, close, lastStop, onDismiss });
  const cleanups: (() => void)[] = [];

  place(mask, 'mask');
  place(container, 'container');
  place(box, 'box');
  place(frame, 'frame');
  frame.title = labels.title;
  // The address of the host's page is none of Alloy's business, its origin is.
  frame.referrerPolicy = 'strict-origin';
  box.prepend(header);
  box.append(cover);
  dialog.append(probe, root, lastStop);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onDismiss();
  });
  // Somebody else closed it, such as an app that closes every dialog of its page.
  dialog.addEventListener('close', onDismiss);
  rememberOpener(dialog, origin);

  const popover = origin.elements.find(isOpenPopover);
  popover?.addEventListener('toggle', onDismiss);
  (popover ?? document.body).append(dialog);

  /** Nothing of the host may act on what follows: the guard is on duty before anything moves. */
  function startGuard(): () => void {
    const shownAt = performance.now();
    const guarded: GuardedModal = {
      dialog,
      onEvent: controls.onEvent,
      isEcho: (press) => isEcho(origin.press, shownAt, press),
    };
    guard.modals.push(guarded);
    return () => {
      guard.modals = guard.modals.filter((modal) => modal !== guarded);
      guard.closedAt = performance.now();
    };
  }

  function show(): void {
    const { direction, colorScheme } = getComputedStyle(origin.elements[0] ?? document.body);
    dialog.dir = direction;
    dialog.style.colorScheme = colorScheme;
    const announce = holdAnnouncements(document);
    const focusReturn = prepareFocusReturn(origin);
    cleanups.push(startGuard(), stayReachable(dialog));
    if ('showModal' in dialog) dialog.showModal();
    else (dialog as HTMLElement).setAttribute('open', '');
    dialog.focus({ preventScroll: true });
    cleanups.push(
      lockScroll(document),
      fitVisualViewport(dialog),
      followVisiblePart(probe, container),
    );
    afterRemoval = (byHost) => {
      announce();
      focusReturn.run({ byHost });
    };
  }

  let afterRemoval: (byHost: boolean) => void = () => undefined;

  return {
    isShown: () => dialog.open,
    show() {
      if (!dialog.open) show();
    },
    reveal() {
      dialog.removeAttribute('aria-busy');
      cover.remove();
      frame.style.visibility = 'visible';
    },
    giveUp(onRetry) {
      const { apology, retry } = createApology(document, labels);
      controls.offerRetry(retry, onRetry);
      dialog.removeAttribute('aria-busy');
      frame.remove();
      cover.replaceWith(apology);
    },
    remove(byHost) {
      for (const cleanup of cleanups.splice(0)) cleanup();
      popover?.removeEventListener('toggle', onDismiss);
      if (!dialog.isConnected) return;
      dialog.remove();
      afterRemoval(byHost || Boolean(popover && !isOpenPopover(popover)));
    },
  };
}

/** A dialog that opens outside of an open popover closes it. */
function isOpenPopover(element: Element): boolean {
  try {
    return element.hasAttribute('popover') && element.matches(':popover-open');
  } catch {
    // A browser without popovers does not know the selector.
    return false;
  }
}
