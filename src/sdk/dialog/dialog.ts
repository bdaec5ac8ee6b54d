import { place } from './layout';
import { createApology, createDialogParts } from './parts';
import { shieldEvents } from './event-shield';
import { composedAncestors, focusedElement, returnFocus } from './focus-return';
import { lockScroll } from './scroll-lock';
import type { ModalWords } from './labels';
import type { SdkModal } from '../screen/sdk-modal';
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

/**
 * Makes the SDK's bare <div> a dialog that everybody can use.
 *
 * A modal <dialog> in the top layer stands above every z-index, fullscreen element and dialog of the host
 * and makes all of them inert, their focus traps included. From here on the frame is never moved in the
 * page, which would load it anew.
 */
export function createModalDialog(
  { root, mask, container, box, frame }: SdkModal,
  words: ModalWords,
  onDismiss: () => void,
): ModalDialog {
  const { dialog, header, close, cover, lastStop } = createDialogParts(words);
  const cleanups: (() => void)[] = [];
  let openers: Element[] = [];
  let isGoingBack = false;
  let retry: { button: HTMLElement; run: () => void } | null = null;

  place(mask, 'mask');
  place(container, 'container');
  place(box, 'box');
  place(frame, 'frame');
  frame.title = words.title;
  // The address of the host's page is none of Alloy's business, its origin is.
  frame.referrerPolicy = 'strict-origin';
  box.prepend(header);
  box.append(cover);
  dialog.append(root, lastStop);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onDismiss();
  });
  // Somebody else closed it, such as an app that closes every dialog of its page.
  dialog.addEventListener('close', onDismiss);

  const popover = openPopoverAround(focusedElement());
  popover?.addEventListener('toggle', onDismiss);
  (popover ?? document.body).append(dialog);

  function onClick(_: Event, target: Element): void {
    if (retry?.button.contains(target)) retry.run();
    else if (close.contains(target) || !box.contains(target)) onDismiss();
  }

  function onKeyDown(event: Event, target: Element): void {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key === 'Escape') {
      // It would go on to close a dialog of the host.
      event.preventDefault();
      onDismiss();
    } else if (key === 'Tab' && shiftKey && (target === close || target === dialog)) {
      // From there the key itself goes on, to what is last in the frame.
      isGoingBack = true;
      lastStop.focus();
      isGoingBack = false;
    }
  }

  /** Tab goes round: close button, frame, close button. Inside the frame keys are not ours to see. */
  function onFocusIn(_: Event, target: Element): void {
    if (target === lastStop && !isGoingBack) close.focus();
  }

  return {
    isShown: () => dialog.open,
    show() {
      if (dialog.open) return;
      openers = composedAncestors(focusedElement());
      const { direction, colorScheme } = getComputedStyle(openers[0] ?? document.body);
      dialog.dir = direction;
      dialog.style.colorScheme = colorScheme;
      if ('showModal' in HTMLDialogElement.prototype) dialog.showModal();
      else dialog.setAttribute('open', '');
      dialog.focus({ preventScroll: true });
      cleanups.push(
        lockScroll(),
        fitVisualViewport(dialog),
        shieldEvents(dialog, { click: onClick, keydown: onKeyDown, focusin: onFocusIn }),
      );
    },
    reveal() {
      dialog.removeAttribute('aria-busy');
      cover.remove();
      frame.style.visibility = 'visible';
    },
    giveUp(onRetry) {
      const { apology, retry: button } = createApology(words);
      retry = { button, run: onRetry };
      dialog.removeAttribute('aria-busy');
      frame.remove();
      cover.replaceWith(apology);
    },
    remove(byHost) {
      for (const cleanup of cleanups.splice(0)) cleanup();
      popover?.removeEventListener('toggle', onDismiss);
      if (!dialog.isConnected) return;
      dialog.remove();
      const isHostClosed = popover && !popover.matches(':popover-open');
      returnFocus(openers, { byHost: byHost || Boolean(isHostClosed) });
    },
  };
}

/** A dialog that opens outside of an open popover closes it. */
function openPopoverAround(element: Element): Element | undefined {
  return composedAncestors(element).find(
    (ancestor) => ancestor.hasAttribute('popover') && ancestor.matches(':popover-open'),
  );
}
