import { answerJson } from '../sandbox/answer';

/** An endpoint of the app's backend, and what a test may order from it. */
export interface FakeEndpoint {
  /** How many requests it has seen. */
  readonly requests: number;
  /**
   * Answers the next requests with this HTTP status, or fails them as the network would. Where the provider tries
   * again, it does so after the shortest pause.
   *
   * @default times 1
   */
  failNext(status: number | 'network', times?: number): void;
}

/** @param answer what it does where no failure was ordered */
export function createFakeEndpoint(answer: (init: RequestInit) => object): {
  endpoint: FakeEndpoint;
  fetch(init?: RequestInit): Promise<Response>;
} {
  const failures: (number | 'network')[] = [];
  let requests = 0;
  return {
    endpoint: {
      get requests() {
        return requests;
      },
      failNext(status, times = 1) {
        failures.push(...Array<typeof status>(times).fill(status));
      },
    },
    fetch(init = {}) {
      requests++;
      const ordered = failures.shift();
      if (ordered === 'network') return Promise.reject(new TypeError('fetch failed'));
      return Promise.resolve(
        ordered === undefined
          ? answerJson(answer(init), { headers: { 'cache-control': 'no-store' } })
          : answerJson(undefined, { status: ordered }),
      );
    },
  };
}
