/** Every text that can be reached from a value by its properties: what a dump of it would show. */
export function textsIn(root: unknown): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const queue = [root];
  for (let value = queue.pop(); queue.length || value !== undefined; value = queue.pop()) {
    if (typeof value === 'string') texts.push(value);
    // The document is looked at as a whole, and no dump goes into the window.
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    if (value instanceof Node || value === window) continue;
    seen.add(value);
    if (value instanceof Error) queue.push(value.message, value.stack, value.cause);
    if (value instanceof Map || value instanceof Set) queue.push(...value.entries());
    for (const key of Reflect.ownKeys(value)) {
      queue.push(key.toString());
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property && 'value' in property) queue.push(property.value);
    }
  }
  return texts;
}

/** The page as markup, without the address of Alloy's own frame: the SDK puts the token there. */
export function markup(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const frame of page.querySelectorAll('iframe')) frame.removeAttribute('src');
  return page.outerHTML;
}

/** What any script of the page could read from storage. */
export function stored(): string {
  return JSON.stringify([
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    location.href,
    history.state,
  ]);
}

/** React's tree, as its developer tools see it. */
export function reactTree(container: HTMLElement): unknown {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'));
  return container[key as keyof HTMLElement];
}
