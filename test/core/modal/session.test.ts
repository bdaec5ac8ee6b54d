import { expect, test, vi } from 'vitest';
import { createModalSession, type ModalRequest } from '../../../src/core/modal/session';
import { mergeOptions } from '../../../src/core/modal/merge-options';
import { settle } from '../support/fake-browser';
import { startAlloy } from '../support/start-alloy';

class PressEvent {
  readonly type = 'press';
  readonly integrationId = 'not options';
}

test.each<[string, unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['a string', 'i2'],
  ['a list', [{ integrationId: 'i2' }]],
  ['an event', new Event('click')],
  ['an event of a component library', new PressEvent()],
  ['a response', new Response()],
])('%s is no options', (_, argument) => {
  expect(mergeOptions({ integrationId: 'i1' }, argument)).toEqual({ integrationId: 'i1' });
});

test('options override one by one, and undefined overrides nothing', () => {
  const merged = mergeOptions(
    { integrationId: 'i1', title: 'a' },
    { title: 'b', integrationId: undefined },
  );
  expect(merged).toEqual({ integrationId: 'i1', title: 'b' });
});

test('a call with null opens, and so does the next', async () => {
  const { alloy, modals } = startAlloy();
  const session = createModalSession('install', alloy);
  session.setOptions({ integrationId: 'i1' });
  for (const count of [1, 2]) {
    const outcome = session.open(null);
    await settle();
    expect(modals).toHaveLength(count);
    session.close();
    expect(await outcome).toEqual({ status: 'dismissed' });
  }
});

test('unmounting and mounting again at once, as StrictMode does, ends nothing; unmounting does', async () => {
  const requests: ModalRequest[] = [];
  const host = { openModal: (request: ModalRequest) => requests.push(request), preload: vi.fn() };
  const session = createModalSession('install', host);
  const onDismiss = vi.fn();
  session.setOptions({ onDismiss });
  const unmount = session.mount();
  const first = session.open();
  unmount();
  const unmountAgain = session.mount();
  expect(session.open()).toBe(first);
  await settle();
  expect(onDismiss).not.toHaveBeenCalled();
  unmountAgain();
  await settle();
  expect(onDismiss).toHaveBeenCalledTimes(1);
  expect(requests).toHaveLength(1);
});

test('callbacks that throw, reject or hang change nothing, and each failure is reported', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: Error) => reported.push(error.message));
  const host = {
    openModal: (request: ModalRequest) => request.onEnd({ status: 'dismissed' }),
    preload: vi.fn(),
  };
  const session = createModalSession('install', host);
  session.setOptions({
    onDismiss() {
      throw new Error('thrown');
    },
    onSettled: () => Promise.reject(new Error('rejected')),
  });
  expect(await session.open()).toEqual({ status: 'dismissed' });
  await settle();
  expect(reported).toEqual(['thrown', 'rejected']);
  vi.unstubAllGlobals();
});

test('events name what a modal was opened for, and why it failed', async () => {
  const { alloy, events, modals } = startAlloy();
  await settle();
  const session = createModalSession('authenticate', alloy);
  session.setOptions({ app: 'shopify', category: 'commerce' });
  void session.open();
  await settle();
  modals[0]?.onEnd({ status: 'dismissed' });
  const install = createModalSession('install', alloy);
  install.setOptions({ workflowIds: ['w1'], onError: () => undefined });
  void install.open();
  await settle();
  install.close();
  install.setOptions({ onError: () => undefined });
  await install.open();
  expect(events.filter(({ type }) => type.startsWith('modal'))).toMatchObject([
    { type: 'modal.opened', kind: 'authenticate', app: 'shopify', category: 'commerce' },
    { type: 'modal.settled', kind: 'authenticate', app: 'shopify', outcome: 'dismissed' },
    { type: 'modal.opened', kind: 'install', workflowIds: ['w1'] },
    { type: 'modal.settled', workflowIds: ['w1'], outcome: 'dismissed' },
    { type: 'modal.settled', outcome: 'error', error: { code: 'install/invalid-options' } },
  ]);
});
