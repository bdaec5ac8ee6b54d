interface ControlledParts {
  dialog: HTMLElement;
  box: HTMLElement;
  close: HTMLElement;
  lastStop: HTMLElement;
  onDismiss(): void;
}

export interface Controls {
  /** An event in the dialog, or a key that is meant for it. */
  onEvent(event: Event, target: Element): void;
  /** From now on a click on the button runs this. */
  offerRetry(button: HTMLElement, onRetry: () => void): void;
}

/** What mouse, finger and keyboard do in the dialog. Inside the frame they are not ours to see. */
export function createControls({
  dialog,
  box,
  close,
  lastStop,
  onDismiss,
}: ControlledParts): Controls {
  let isPressOutside = false;
  let isGoingBack = false;
  let retry: { button: HTMLElement; run: () => void } | null = null;

  function onClick(target: Element): void {
    if (retry?.button.contains(target)) retry.run();
    else if (close.contains(target)) onDismiss();
    // Pressed on the title, say, and let go beside the box: that is no click on what is there.
    else if (isPressOutside && !box.contains(target)) onDismiss();
  }

  function onKeyDown(event: KeyboardEvent, target: Element): void {
    const { key, code, shiftKey } = event;
    // WebKitGTK calls Shift+Tab "Unidentified".
    const isTab = key === 'Tab' || code === 'Tab';
    if (key === 'Escape') {
      // It would go on to close a dialog of the host.
      event.preventDefault();
      if (!event.repeat) onDismiss();
    } else if (isTab && shiftKey && (target === close || target === dialog)) {
      // From there the key itself goes on, to what is last in the frame.
      isGoingBack = true;
      lastStop.focus();
      isGoingBack = false;
    }
  }

  /** Tab goes round: close button, frame, close button. */
  function onFocusIn(target: Element): void {
    if (target === lastStop && !isGoingBack) close.focus();
  }

  return {
    onEvent(event, target) {
      const isOutside = !box.contains(target);
      if (event.type === 'pointerdown') isPressOutside = isOutside;
      else if (event.type === 'pointerup') isPressOutside &&= isOutside;
      else if (event.type === 'click') onClick(target);
      else if (event.type === 'keydown') onKeyDown(event as KeyboardEvent, target);
      else if (event.type === 'focusin') onFocusIn(target);
    },
    offerRetry(button, run) {
      retry = { button, run };
    },
  };
}
