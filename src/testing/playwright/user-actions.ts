/** What the user of the modal's page does next. */
type UserAction = 'connect' | 'close' | 'fail';

export interface UserActions {
  /** Resolves once the open page, or the one that opens next, is about to say how it ended. */
  act(action: UserAction): Promise<void>;
  /** An open page asks. A page that asks is the newest: an older one is gone. */
  next(): Promise<UserAction | 'none'>;
  /** A page tells that it does what it was told. */
  done(): void;
}

const OPENING_TIMEOUT_MS = 10_000;

export function createUserActions(): UserActions {
  let order: { action: UserAction; resolve: () => void } | null = null;
  let answerPage: ((action: UserAction | 'none') => void) | null = null;

  function handOver(): void {
    if (!order || !answerPage) return;
    answerPage(order.action);
    answerPage = null;
  }

  return {
    act(action) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          order = null;
          reject(
            new Error(
              `No page of Alloy has opened within ${OPENING_TIMEOUT_MS / 1000} s, or it was closed before. Click what opens the modal before succeed(), dismiss() or fail().`,
            ),
          );
        }, OPENING_TIMEOUT_MS);
        order = {
          action,
          resolve() {
            clearTimeout(timer);
            resolve();
          },
        };
        handOver();
      });
    },
    next() {
      answerPage?.('none');
      return new Promise((resolve) => {
        answerPage = resolve;
        handOver();
      });
    },
    done() {
      order?.resolve();
      order = null;
    },
  };
}
