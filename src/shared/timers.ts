/** Where timers come from. A test passes its own; core's `Clock` is one. */
export interface Timers {
  /** Calls `run` after `ms`. Returns a function that prevents it. */
  after(ms: number, run: () => void): () => void;
}

/** The timers of the browser or the server. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
