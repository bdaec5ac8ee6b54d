export interface FocusRequests {
  /** Ends the watch; gives the element that the host wants focused, if it is still there. */
  stop(): HTMLElement | null;
}

/**
 * Notes the `focus()` calls of the host while the page behind a modal is inert and nothing comes of them. A form or
 * a dialog that the host shows at a success has asked for the focus once and does not ask again.
 *
 * Only elements that are new since the watch began count: focus traps ask all the time for what was there before.
 */
export function watchFocusRequests(document: Document): FocusRequests {
  const known = new WeakSet<Node>(document.querySelectorAll('*'));
  const prototype = document.defaultView?.HTMLElement.prototype;
  let requested: HTMLElement | null = null;
  /** Of several tries in one go the first is meant: the others were made because it did not take the focus. */
  let isTrying = false;
  let isOver = false;
  if (!prototype) return { stop: () => null };
  const { focus } = prototype;

  function note(element: HTMLElement): void {
    if (isOver || isTrying || !isNew(element)) return;
    requested = element;
    isTrying = true;
    queueMicrotask(() => {
      isTrying = false;
    });
  }

  function noteAndFocus(this: HTMLElement, options?: FocusOptions): void {
    note(this);
    focus.call(this, options);
  }

  function isNew(element: HTMLElement): boolean {
    let outermost: Node = element;
    for (let root = element.getRootNode(); 'host' in root; root = outermost.getRootNode()) {
      outermost = (root as ShadowRoot).host;
    }
    // The modal's own parts are new too.
    return !known.has(outermost) && !element.closest('.alloy-dialog');
  }

  prototype.focus = noteAndFocus;
  return {
    stop() {
      isOver = true;
      // Another library may have put its own over it since: that stays, and goes through ours without a trace.
      if (prototype.focus === noteAndFocus) prototype.focus = focus;
      return requested?.isConnected ? requested : null;
    },
  };
}
