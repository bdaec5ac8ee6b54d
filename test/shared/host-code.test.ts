import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createContext, runInContext } from 'node:vm';
import { callHost } from '../../src/shared/host-code';

const unhandled = vi.fn();
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  unhandled.mockReset();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const otherRealm = createContext({});
const broken = new Error('broken');

const misbehaviours: [string, () => unknown, boolean][] = [
  [
    'throws',
    () => {
      throw broken;
    },
    true,
  ],
  ['rejects', () => Promise.reject(broken), true],
  [
    'returns a promise of another realm that rejects',
    () => runInContext('Promise.reject(new Error("broken"))', otherRealm) as unknown,
    true,
  ],
  [
    'returns a thenable that throws',
    () => ({
      then() {
        throw broken;
      },
    }),
    true,
  ],
  [
    'returns what cannot be read',
    () => ({
      get then() {
        throw broken;
      },
    }),
    true,
  ],
  ['never settles', () => new Promise(() => undefined), false],
  ['behaves', () => Promise.resolve('fine'), false],
];

test.each(misbehaviours)('a callback that %s', async (_, callback, isReported) => {
  const report = vi.fn();
  callHost(callback, report);
  await settle();
  expect(report).toHaveBeenCalledTimes(isReported ? 1 : 0);
  if (isReported) expect(String(report.mock.calls[0]?.[0])).toBe('Error: broken');
  expect(unhandled).not.toHaveBeenCalled();
});

test('the callback is called at once', () => {
  const callback = vi.fn();
  callHost(callback);
  expect(callback).toHaveBeenCalledTimes(1);
});

test('a report that throws or rejects is the end of it', async () => {
  const fail = (): never => {
    throw broken;
  };
  callHost(fail, fail);
  callHost(fail, () => Promise.reject(broken));
  await settle();
  expect(unhandled).not.toHaveBeenCalled();
});

test('failures go to reportError, or to the console where there is none', async () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  callHost(() => Promise.reject(broken));
  await settle();
  expect(reportError).toHaveBeenCalledExactlyOnceWith(broken);

  vi.stubGlobal('reportError', undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  callHost(() => Promise.reject(broken));
  await settle();
  expect(error).toHaveBeenCalledExactlyOnceWith(broken);
});
