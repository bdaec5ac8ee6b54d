import { expect, test, vi } from 'vitest';
import { startSharedCall } from '../../src/shared/shared-call';
import { createSharedCalls } from '../../src/shared/shared-calls';

function deferred<Result>(): {
  promise: Promise<Result>;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (result: Result) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<Result>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}

test('who leaves leaves alone; the last one to leave aborts the call', async () => {
  const call = startSharedCall(() => new Promise<string>(() => undefined));
  const [first, second] = [new AbortController(), new AbortController()];
  const joined = [call.join(first.signal), call.join(second.signal)];
  first.abort('first left');
  await expect(joined[0]).rejects.toBe('first left');
  expect(call.signal.aborted).toBe(false);
  second.abort('second left');
  await expect(joined[1]).rejects.toBe('second left');
  expect(call.signal.reason).toBe('second left');
});

test('one who joins after leaving began counts, and one without a signal never leaves', async () => {
  const { promise, resolve } = deferred<string>();
  const call = startSharedCall(() => promise);
  const leaving = new AbortController();
  const left = call.join(leaving.signal);
  const stays = call.join();
  leaving.abort('left');
  await expect(left).rejects.toBe('left');
  resolve('done');
  expect(await stays).toBe('done');
  expect(call.signal.aborted).toBe(false);
});

test('leaving after the end aborts nothing', async () => {
  const call = startSharedCall(() => Promise.resolve('done'));
  const leaving = new AbortController();
  expect(await call.join(leaving.signal)).toBe('done');
  leaving.abort();
  expect(call.signal.aborted).toBe(false);
});

test('an abort ends it for everybody, though the work ignores its signal', async () => {
  const call = startSharedCall(() => new Promise<string>(() => undefined));
  const joined = [call.join(), call.join(new AbortController().signal)];
  call.abort('stopped');
  for (const one of joined) await expect(one).rejects.toBe('stopped');
  await call.over;
});

test('a failure that nobody waits for any more is no unhandled rejection', async () => {
  const { promise, reject } = deferred<string>();
  const call = startSharedCall(() => promise);
  reject(new Error('broken'));
  await call.over;
});

test('calls for one key are one call, which is forgotten when it ends', async () => {
  const shared = createSharedCalls<string>();
  const { promise, resolve } = deferred<string>();
  const start = vi.fn(() => promise);
  const { signal } = new AbortController();
  const results = [shared('a', signal, start), shared('a', signal, start)];
  void shared('b', signal, start);
  expect(start).toHaveBeenCalledTimes(2);
  resolve('done');
  expect(await Promise.all(results)).toEqual(['done', 'done']);
  await shared('a', signal, start);
  expect(start).toHaveBeenCalledTimes(3);
});

test('a failed call is forgotten too', async () => {
  const shared = createSharedCalls<string>();
  const { signal } = new AbortController();
  await expect(shared('a', signal, () => Promise.reject(new Error('broken')))).rejects.toThrow();
  expect(await shared('a', signal, () => Promise.resolve('again'))).toBe('again');
});

test('nobody joins a call that its last waiter has just aborted', async () => {
  const shared = createSharedCalls<string>();
  const leaving = new AbortController();
  const first = shared('a', leaving.signal, () => new Promise(() => undefined));
  leaving.abort('left');
  const second = shared('a', new AbortController().signal, () => Promise.resolve('new'));
  await expect(first).rejects.toBe('left');
  expect(await second).toBe('new');
});
