'use client';

import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Where the element that has the focus goes away, the whole gets the focus, which would be on the page's body otherwise.
 * Only then can it be focused: else a click on a text would bring the next Tab to its beginning.
 *
 * @returns `follow`, to be called with each focus and blur within, and `rescue`, for before the element goes
 */
export function useFocusRescue(root: RefObject<HTMLElement | null>): {
  follow: (event: FocusEvent<HTMLElement>) => void;
  rescue: () => void;
} {
  const focused = useRef<HTMLElement>(null);

  useEffect(() => {
    const section = root.current;
    const lost = focused.current;
    if (!section || !lost || lost.isConnected) return;
    focused.current = null;
    const { activeElement } = section.getRootNode() as Document | ShadowRoot;
    if (activeElement && activeElement !== section.ownerDocument.body) return;
    focusOnce(section);
  });

  function follow({ target, type }: FocusEvent<HTMLElement>): void {
    if (type === 'focus') {
      focused.current = target;
      return;
    }
    // Some browsers tell of a blur when an element goes away. React is not done with it yet.
    queueMicrotask(() => {
      if (target.isConnected && focused.current === target) focused.current = null;
    });
  }

  return {
    follow,
    rescue() {
      if (root.current) focusOnce(root.current);
    },
  };
}

function focusOnce(element: HTMLElement): void {
  const isFocusable = element.hasAttribute('tabindex');
  if (!isFocusable) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
