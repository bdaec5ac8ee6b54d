declare global {
  /** Set by Testing Library: React then complains of every update outside act(). */
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined;
}

/**
 * Runs what changes React's state from outside and lets React render it, without asking the test for act():
 * Testing Library's own waiting does it the same way.
 */
export async function outsideAct<Value>(run: () => Value | Promise<Value>): Promise<Value> {
  const before = globalThis.IS_REACT_ACT_ENVIRONMENT;
  globalThis.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    const value = await run();
    // React renders such an update in a microtask of its own, and its effects may ask for another.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    return value;
  } finally {
    globalThis.IS_REACT_ACT_ENVIRONMENT = before;
  }
}
