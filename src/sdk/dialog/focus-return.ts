import { watchFocusRequests } from './focus-requests';
import { focusedElement, type Opener } from './opener';

export interface FocusReturn {
  /**
   * Gives the focus back, after the modal has left the page.
   *
   * @param byHost The host took the modal away, and knows where to go on if its opener is gone.
   */
  run(options: { byHost: boolean }): void;
}

/** From now on until it runs, what the host focuses is noted: the page behind the modal is inert and cannot take it. */
export function prepareFocusReturn({ document, elements }: Opener): FocusReturn {
  const requests = watchFocusRequests(document);
  return {
    run({ byHost }) {
      const requested = requests.stop();
      const focused = focusedElement(document);
      // The host has moved it, such as into a dialog that it opened over the modal.
      if (focused !== document.body && focused !== document.documentElement) return;
      if (requested && takesFocus(requested)) return;
      const living = elements.filter(({ isConnected }) => isConnected) as HTMLElement[];
      living.some((each) => takesFocus(each) || (!byHost && takesFocusWithTabIndex(each)));
      const [nearest] = living;
      if (nearest?.matches(':disabled')) focusOnceEnabled(nearest);
    },
  };
}

/** A host often disables its button until the outcome is known, which it is told next. */
function focusOnceEnabled(element: HTMLElement): void {
  const { ownerDocument } = element;
  const stopgap = focusedElement(ownerDocument);
  ownerDocument.defaultView?.requestAnimationFrame(() => {
    if (focusedElement(ownerDocument) === stopgap) takesFocus(element);
  });
}

function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return focusedElement(element.ownerDocument) === element;
}

/** Elements that cannot be focused get a temporary tabindex. */
function takesFocusWithTabIndex(element: HTMLElement): boolean {
  if (element.hasAttribute('tabindex') || element.matches(':disabled')) return false;
  const undo = (): void => element.removeAttribute('tabindex');
  element.tabIndex = -1;
  if (takesFocus(element)) {
    element.addEventListener('blur', undo, { once: true });
    return true;
  }
  undo();
  return false;
}
