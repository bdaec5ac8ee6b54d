const LENGTH = 4;

let trail: WeakRef<Element>[] = [];

/** Remembers what the user pressed, the newest first. */
export function recordPress(element: Element): void {
  if (trail[0]?.deref() === element) return;
  trail = [new WeakRef(element), ...trail.slice(0, LENGTH - 1)];
}

/** What the user pressed last, the newest first: a menu's item, and before that the button that opened the menu. */
export function lastPressed(): Element[] {
  return trail.flatMap((element) => element.deref() ?? []);
}
