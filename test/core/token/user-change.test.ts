import { expect, test } from 'vitest';
import { createModalSession } from '../../../src/core/modal/session';
import { takeConsole } from '../../support/console';
import { settle } from '../support/fake-browser';
import { startAlloy, type StartedAlloy, type StartOptions } from '../support/start-alloy';

type Session = ReturnType<typeof createModalSession>;

async function startFor(
  options: NonNullable<StartOptions['options']>,
): Promise<StartedAlloy & { session: Session; become(userId: string): Promise<void> }> {
  const started = startAlloy({ options });
  await settle();
  return {
    ...started,
    session: createModalSession('install', started.alloy),
    async become(userId) {
      started.backend.behave(() => started.backend.json(started.backend.token({ userId })));
      await started.refresh();
      takeConsole('warn');
    },
  };
}

function changes({ events }: StartedAlloy): number {
  return events.filter(({ type }) => type === 'token.user-changed').length;
}

test('is an event, and an open modal of the old user ends in an error and leaves the screen', async () => {
  const started = await startFor({ userKey: 'alice' });
  const outcome = started.session.open({ integrationId: 'i' });
  await settle();
  expect(started.session.store.getSnapshot().isOpen).toBe(true);
  await started.become('user-2');
  expect(await outcome).toMatchObject({ status: 'error', error: { code: 'token/user-changed' } });
  expect(started.modals[0]?.signal.aborted).toBe(true);
  expect(changes(started)).toBe(1);
});

test('lets no modal open while userKey says who is signed in, until that user is back', async () => {
  const started = await startFor({ userKey: 'alice' });
  await started.become('user-2');
  for (const integrationId of ['i', 'j']) {
    expect(await started.session.open({ integrationId })).toMatchObject({
      status: 'error',
      error: { code: 'token/user-changed', retryable: false },
    });
  }
  expect(started.modals).toEqual([]);
  await started.become('user-1');
  void started.session.open({ integrationId: 'i' });
  await settle();
  expect(started.modals).toHaveLength(1);
  expect(changes(started)).toBe(2);
});

test('ends one modal where nobody says who is signed in; then the new user is the one', async () => {
  const started = await startFor({});
  await started.become('user-2');
  expect(await started.session.open({ integrationId: 'i' })).toMatchObject({ status: 'error' });
  void started.session.open({ integrationId: 'i' });
  await settle();
  expect(started.modals).toHaveLength(1);
  takeConsole('warn');
});

test('is found out by the very click that fetches the token', async () => {
  const started = await startFor({ userKey: 'alice' });
  started.browser.hide();
  await started.browser.pass(2 * 3_600_000);
  started.backend.behave(() => started.backend.json(started.backend.token({ userId: 'user-2' })));
  expect(await started.session.open({ integrationId: 'i' })).toMatchObject({
    status: 'error',
    error: { code: 'token/user-changed' },
  });
  expect(started.modals).toEqual([]);
  takeConsole('warn');
});

test('nobody is signed in: no request, no error, and a click says so', async () => {
  const { backend, browser, status, alloy, getToken } = startAlloy({ options: { userKey: null } });
  alloy.preload();
  alloy.intent();
  browser.show();
  await browser.pass(600_000);
  expect(status()).toBe('idle');
  const session = createModalSession('install', alloy);
  expect(await session.open({ integrationId: 'i' })).toMatchObject({
    error: {
      code: 'token/unauthorized',
      message: expect.stringContaining('userKey is null') as string,
    },
  });
  await expect(getToken()).rejects.toMatchObject({ code: 'token/unauthorized' });
  expect(status()).toBe('idle');
  expect(backend.requests).toEqual([]);
  takeConsole('warn');
});
