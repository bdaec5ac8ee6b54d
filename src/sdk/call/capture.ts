/** What one call of the SDK made, none of it in the page yet. */
export interface CapturedCall {
  /** Still detached, so that a frame in it has not begun to load. */
  elements: Element[];
  /** Hands a message to the SDK's own listeners. */
  deliver(event: MessageEvent): void;
}

/**
 * The SDK offers no handle on what it makes: it appends to <body> and listens to `window` by itself. It
 * does so within its synchronous call, though, and for that long it is given another body, and its message
 * listeners are kept instead of added. What it made can so be put where it belongs before it loads
 * (a frame that is moved later loads anew), and nothing has to be looked for when it ends.
 */
export function captureSdkCall(call: () => void): CapturedCall {
  const body = document.createElement('div');
  // The SDK removes its modal up to a second late, and logs an error if it is gone by then.
  override(body, 'removeChild', (child: ChildNode) => {
    child.remove();
    return child;
  });
  const { addEventListener } = window;
  const listeners: EventListenerOrEventListenerObject[] = [];

  const restore = [
    override(document, 'body', body),
    override(document, 'querySelector', (selectors: string) =>
      selectors === 'body' ? body : document.querySelectorAll(selectors)[0],
    ),
    override(window, 'addEventListener', (...args: Parameters<typeof addEventListener>) => {
      if (args[0] === 'message') listeners.push(args[1]);
      else addEventListener.apply(window, args);
    }),
  ];
  try {
    call();
  } finally {
    for (const undo of restore) undo();
  }

  return {
    elements: [...body.children],
    deliver(event) {
      for (const listener of listeners) {
        if (typeof listener === 'function') listener.call(window, event);
        else listener.handleEvent(event);
      }
    },
  };
}

/** Gives an object a property for a while; undone without a trace. */
function override(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}
