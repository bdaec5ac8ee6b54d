'use client';

import type { AlloyCore } from '../../core/alloy-core';

/** What Next knows as "this is rendered in the browser", and so does not log. React hands it on to the browser. */
const DIGEST = 'BAILOUT_TO_CLIENT_SIDE_RENDERING';

const shells = new WeakMap<AlloyCore, { sent: boolean; sending: Promise<void> }>();

/**
 * For a component that has nothing to render on a server: throws what makes React send the fallback of the nearest
 * `<Suspense>` and render the component in the browser.
 *
 * The error comes a turn late, after the shell. React Router, like the example of React's own documentation, answers
 * 500 for any error before that, also where a boundary takes it.
 */
export function renderInBrowser(core: AlloyCore, what: string): never {
  const shell = shells.get(core) ?? sendShell();
  shells.set(core, shell);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- what Suspense waits for: React.use is not in React 18
  if (!shell.sent) throw shell.sending;
  throw Object.assign(
    new Error(`${what} has no data on a server: the browser renders it. This is not a failure.`),
    { digest: DIGEST },
  );
}

function sendShell(): { sent: boolean; sending: Promise<void> } {
  const shell = {
    sent: false,
    sending: new Promise<void>((resolve) => {
      setTimeout(() => {
        shell.sent = true;
        resolve();
      });
    }),
  };
  return shell;
}
