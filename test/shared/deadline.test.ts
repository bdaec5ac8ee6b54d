import { expect, test, vi } from 'vitest';
import { pause } from '../../src/shared/pause';
import { withDeadline } from '../../src/shared/deadline';
import type { Timers } from '../../src/shared/timers';

interface FakeTimers extends Timers {
  pending: number;
  pass(): void;
}

/** One timer at a time is all that these need. */
function fakeTimers(): FakeTimers {
  const due = new Set<() => void>();
  return {
    get pending() {
      return due.size;
    },
    after(_ms, run) {
      due.add(run);
      return () => due.delete(run);
    },
    pass() {
      for (const run of [...due]) {
        due.delete(run);
        run();
      }
    },
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

function listened(): { signal: AbortSignal; abort: AbortController; listeners: () => number } {
  const abort = new AbortController();
  const { signal } = abort;
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  return { signal, abort, listeners: () => add.mock.calls.length - remove.mock.calls.length };
}

test('work that ends in time gives its result and leaves nothing behind', async () => {
  const clock = fakeTimers();
  const { signal, listeners } = listened();
  const onTimeout = vi.fn(() => new Error());
  expect(
    await withDeadline(() => Promise.resolve('done'), { ms: 5, signal, clock, onTimeout }),
  ).toBe('done');
  expect(clock.pending).toBe(0);
  expect(listeners()).toBe(0);
  expect(onTimeout).not.toHaveBeenCalled();
});

test('late work is ended though it ignores its signal, and the error is made only then', async () => {
  const clock = fakeTimers();
  const { signal, listeners } = listened();
  const late = new Error('late');
  const onTimeout = vi.fn(() => late);
  let inner: AbortSignal | undefined;
  const result = withDeadline(
    (its) => {
      inner = its;
      return never();
    },
    { ms: 5, signal, clock, onTimeout },
  );
  expect(onTimeout).not.toHaveBeenCalled();
  clock.pass();
  await expect(result).rejects.toBe(late);
  expect(inner?.reason).toBe(late);
  expect(listeners()).toBe(0);
});

test('what late work does afterwards is heard by nobody', async () => {
  const clock = fakeTimers();
  let failLate = (): void => undefined;
  const result = withDeadline(
    () => new Promise((_, reject) => (failLate = () => reject(new Error('too late')))),
    { ms: 5, clock, onTimeout: () => new Error('late') },
  );
  clock.pass();
  await expect(result).rejects.toThrow('late');
  failLate();
});

test('the signal of the caller ends it with its own reason', async () => {
  const clock = fakeTimers();
  const { signal, abort } = listened();
  const result = withDeadline(never, { ms: 5, signal, clock, onTimeout: () => new Error() });
  abort.abort('left');
  await expect(result).rejects.toBe('left');
  expect(clock.pending).toBe(0);
});

test('nothing is started for a caller who has left already', async () => {
  const work = vi.fn(never);
  const result = withDeadline(work, {
    ms: 5,
    signal: AbortSignal.abort('left'),
    clock: fakeTimers(),
    onTimeout: () => new Error(),
  });
  await expect(result).rejects.toBe('left');
  expect(work).not.toHaveBeenCalled();
});

test.each<[string, () => PromiseLike<string>]>([
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
  ['rejects', () => Promise.reject(new Error('broken'))],
  [
    'returns a thenable whose then throws',
    () => ({
      then() {
        throw new Error('broken');
      },
    }),
  ],
  [
    'returns an object whose then cannot be read',
    () =>
      ({
        get then() {
          throw new Error('broken');
        },
      }) as unknown as PromiseLike<string>,
  ],
])('work that %s is a rejection', async (_, work) => {
  const clock = fakeTimers();
  await expect(withDeadline(work, { ms: 5, clock, onTimeout: () => new Error() })).rejects.toThrow(
    'broken',
  );
  expect(clock.pending).toBe(0);
});

test('a pause ends after its time and forgets its signal', async () => {
  const clock = fakeTimers();
  const { signal, listeners } = listened();
  const paused = pause(5, { signal, clock });
  clock.pass();
  await paused;
  expect(listeners()).toBe(0);
});

test('a pause ends at once when its signal aborts, before it or during it', async () => {
  const clock = fakeTimers();
  await expect(pause(5, { signal: AbortSignal.abort('left'), clock })).rejects.toBe('left');
  const abort = new AbortController();
  const paused = pause(5, { signal: abort.signal, clock });
  abort.abort('left later');
  await expect(paused).rejects.toBe('left later');
  expect(clock.pending).toBe(0);
});
