import type { Clock } from '../clock';
import type { Integration } from './integration';

/** Alloy's list may lag behind a change: it is asked again after these milliseconds, and then it is right. */
const ASK_AGAIN_AFTER_MS = [1_000, 3_000];
/** How long a list that is on its way may take before what it lags behind is shown without it. */
const PATIENCE_MS = 1_500;

type Integrations = readonly Integration[];

/** Something that was done to the user's account, as it changes the list. */
export interface Change {
  kind: 'install' | 'removal';
  /** The integrations that it changes. */
  integrationIds: readonly string[];
  /** Whether a list says so. */
  isIn(integrations: Integrations): boolean;
  apply(integrations: Integrations): Integrations;
}

export interface RecentChangesPorts {
  clock: Clock;
  /** What `apply` makes of a list has changed. */
  onChange(): void;
  askAgain(): void;
}

/** A change of which nobody knows yet whether it is done. It is shown as if it were. */
interface PendingChange {
  /** It is done. The list has to be asked for after this. */
  confirm(): void;
  /** It is not. */
  takeBack(): void;
}

/** What the user has done, until Alloy's list says so too or has had the time to. */
export interface RecentChanges {
  /**
   * It is done, and the list has to be asked for after this.
   *
   * @param isShown false: it is shown with the next answer, or when that takes too long
   */
  add(change: Change, isShown: boolean): void;
  /** It is on its way, and shown at once. */
  begin(change: Change): PendingChange;
  /** An answer came. */
  check(integrations: Integrations): void;
  /** No answer came. */
  giveUpWaiting(): void;
  /** The list as it will be. */
  apply(integrations: Integrations): Integrations;
  /** Calls `listener` at the next `flush` at which the list was asked since the last `add`, or has taken too long. */
  whenShown(listener: () => void): void;
  /** The list is shown as `apply` has it. */
  flush(): void;
  reset(): void;
}

interface Entry {
  change: Change;
  /** How many answers came without it. null: it is not done yet, so that no answer can have it. */
  misses: number | null;
  isShown: boolean;
  cancelTimer(): void;
}

export function createRecentChanges({
  clock,
  onChange,
  askAgain,
}: RecentChangesPorts): RecentChanges {
  let entries: readonly Entry[] = [];
  const waiting: (() => void)[] = [];

  /** Whatever is not shown yet is so from now on. */
  function show(): void {
    for (const entry of entries) entry.isShown = true;
  }

  function flush(): void {
    if (!entries.every((entry) => entry.isShown)) return;
    for (const listener of waiting.splice(0)) listener();
  }

  function forget(forgotten: Entry): void {
    forgotten.cancelTimer();
    entries = entries.filter((entry) => entry !== forgotten);
  }

  function remember(entry: Entry): void {
    // An integration that is connected again is not taken away any more, and the other way round.
    for (const earlier of entries) if (isUndone(earlier.change, entry.change)) forget(earlier);
    entries = [...entries, entry];
  }

  return {
    add(change, isShown) {
      const cancelTimer = clock.after(PATIENCE_MS, () => {
        show();
        onChange();
      });
      remember({ change, misses: 0, isShown, cancelTimer });
    },
    begin(change) {
      const entry: Entry = { change, misses: null, isShown: true, cancelTimer: () => undefined };
      remember(entry);
      onChange();
      return {
        confirm() {
          entry.misses = 0;
        },
        takeBack() {
          forget(entry);
          onChange();
        },
      };
    },
    check(integrations) {
      for (const entry of entries) {
        if (entry.misses === null) continue;
        const pauseMs = ASK_AGAIN_AFTER_MS[entry.misses];
        entry.misses++;
        entry.cancelTimer();
        if (pauseMs === undefined || entry.change.isIn(integrations)) forget(entry);
        else entry.cancelTimer = clock.after(pauseMs, askAgain);
      }
      show();
    },
    giveUpWaiting: show,
    apply: (integrations) =>
      entries.reduce(
        (list, { isShown, change }) => (isShown ? change.apply(list) : list),
        integrations,
      ),
    whenShown(listener) {
      waiting.push(listener);
      flush();
    },
    flush,
    reset() {
      for (const entry of entries) entry.cancelTimer();
      entries = [];
    },
  };
}

function isUndone(earlier: Change, later: Change): boolean {
  return (
    earlier.kind !== later.kind &&
    earlier.integrationIds.some((id) => later.integrationIds.includes(id))
  );
}
