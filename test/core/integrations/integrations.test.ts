import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AlloyCore, AlloySignal, ModalActivity } from '../../../src/core/alloy-core';
import type { AlloyEvent } from '../../../src/core/contract/events';
import type { Integration } from '../../../src/core/integrations/integration';
import { createAlloyData, type AlloyData } from '../../../src/core/integrations/integrations';
import type { WakeCause } from '../../../src/core/page';
import { systemClock } from '../../../src/browser/system-clock';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'network';

interface World {
  data: AlloyData;
  /** As "GET" and "PUT activate". */
  requests: string[];
  events: AlloyEvent[];
  /** What the next requests of a kind are answered; without one, as the account stands. */
  answer(kind: 'GET' | 'PUT', ...answers: Answer[]): void;
  /** Requests that are sent from now on wait until they are let go. */
  hold(): { letGo(): Promise<void> };
  account: { integrations: Integration[] };
  page: { isVisible: boolean; wake(cause?: WakeCause): Promise<void> };
  modal(activity: Partial<ModalActivity>): void;
  stop(): void;
  changeUser(): void;
  /** Tokens that were asked for in place of a refused one. */
  replaced: number;
}

function createWorld(
  integrations: Integration[] = [entry('a'), entry('b')],
  initialIntegrations?: readonly Integration[],
): World {
  const answers: Record<'GET' | 'PUT', Answer[]> = { GET: [], PUT: [] };
  const listeners = {
    wake: new Set<(cause: WakeCause) => void>(),
    signal: new Set<(signal: AlloySignal) => void>(),
  };
  let gate: Promise<void> | null = null;

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const kind = init.method as 'GET' | 'PUT';
    const path = (input as string).split('/').at(-1) ?? '';
    world.requests.push(kind === 'GET' ? kind : `${kind} ${path}`);
    const ordered = answers[kind].shift();
    const before = world.account.integrations;
    await new Promise<void>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      (gate ?? Promise.resolve()).then(resolve, reject);
    });
    if (ordered === 'network') throw new TypeError('Failed to fetch');
    if (ordered) {
      const { status, body = {}, headers = {} } = ordered;
      return Response.json(body, { status, headers });
    }
    if (kind === 'GET') return Response.json({ data: before.map(toApi) });
    const { workflowId } = JSON.parse(init.body as string) as { workflowId: string };
    world.account.integrations = world.account.integrations.map((integration) => ({
      ...integration,
      workflows: integration.workflows.map((workflow) =>
        workflow.workflowId === workflowId
          ? { ...workflow, active: path === 'activate' }
          : workflow,
      ),
    }));
    return Response.json({ [`${path}d`]: true });
  };

  const listen =
    <Listener>(set: Set<Listener>) =>
    (listener: Listener): (() => void) => {
      set.add(listener);
      return () => set.delete(listener);
    };

  function tell(signal: AlloySignal): void {
    for (const listener of listeners.signal) listener(signal);
  }

  const alloy = {
    options: {
      tokenUrl: '/token',
      fetch,
      initialIntegrations,
      onEvent: (event: AlloyEvent) => void world.events.push(event),
    },
    getToken(need?: { rejected?: string }) {
      if (need?.rejected) world.replaced++;
      return Promise.resolve(`jwt ${world.replaced}`);
    },
    listen: listen(listeners.signal),
  } as unknown as AlloyCore;

  const world: World = {
    requests: [],
    events: [],
    replaced: 0,
    account: { integrations },
    answer: (kind, ...more) => void answers[kind].push(...more),
    hold() {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return {
        async letGo() {
          gate = null;
          open();
          await settle();
        },
      };
    },
    page: {
      isVisible: true,
      async wake(cause = 'shown') {
        for (const listener of listeners.wake) listener(cause);
        await settle();
      },
    },
    modal(activity) {
      tell({ type: 'modal', target: {}, outcome: null, wasOpen: false, ...activity });
    },
    stop: () => tell({ type: 'stopped' }),
    changeUser: () => tell({ type: 'user-changed' }),
    data: createAlloyData(alloy, {
      clock: systemClock,
      random: () => 0.5,
      page: {
        url: () => 'https://host.test/',
        isVisible: () => world.page.isVisible,
        isOnline: () => true,
        onWake: listen(listeners.wake),
      },
    }),
  };
  return world;
}

function entry(id: string, fields: Partial<Integration> = {}): Integration {
  return {
    integrationId: id,
    name: id.toUpperCase(),
    description: '',
    icon: null,
    installed: false,
    workflows: [],
    credentials: [],
    ...fields,
  };
}

/** An installed one with one workflow, which is on. */
function running(id: string, fields: Partial<Integration['workflows'][number]> = {}): Integration {
  const workflow = {
    workflowId: `${id}-1`,
    name: 'Sync',
    installed: true,
    active: true,
    version: 1,
    installedVersion: 1,
    updateAvailable: false,
    connectors: [],
    ...fields,
  };
  return entry(id, { installed: true, workflows: [workflow] });
}

function toApi({ name, ...rest }: Integration): object {
  return { ...rest, app: name };
}

/** Everything that can happen without time passing. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

async function shown(world = createWorld()): Promise<World> {
  world.data.subscribe(() => undefined);
  await settle();
  return world;
}

/** What the switch of `a` shows: on or off. */
function isOn({ data }: World): boolean | undefined {
  return data.getSnapshot().data?.[0]?.workflows[0]?.active;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('coming back to the page', () => {
  test('any number of times within ten seconds is one request', async () => {
    const world = await shown();
    for (let click = 0; click < 10; click++) {
      await world.page.wake();
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(world.requests).toEqual(['GET', 'GET']);
    await vi.advanceTimersByTimeAsync(SECOND);
    await world.page.wake();
    expect(world.requests).toEqual(['GET', 'GET', 'GET']);
  });

  test('fetches nothing while the page is hidden, or when nobody watches any more', async () => {
    const world = createWorld();
    const unsubscribe = world.data.subscribe(() => undefined);
    await settle();
    world.page.isVisible = false;
    await world.page.wake();
    expect(world.requests).toEqual(['GET']);
    world.page.isVisible = true;
    unsubscribe();
    await settle();
    await world.page.wake();
    expect(world.requests).toEqual(['GET']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    [401, ['GET', 'GET'], 1],
    [403, ['GET'], 0],
    [429, ['GET', 'GET', 'GET'], 0],
    [500, ['GET', 'GET', 'GET'], 0],
  ])('ten times under %i is no storm', async (status, atFirst, replaced) => {
    const world = createWorld();
    world.answer('GET', ...Array<Answer>(99).fill({ status }));
    await shown(world);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(world.requests).toEqual(atFirst);
    for (let click = 0; click < 10; click++) {
      await world.page.wake();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(world.requests).toEqual(atFirst);
    expect(world.replaced).toBe(replaced);
  });

  test('with the network asks at once, where it was the network that failed', async () => {
    const world = createWorld();
    world.answer('GET', 'network', 'network', 'network');
    await shown(world);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(world.data.getSnapshot().error?.code).toBe('api/network');
    await world.page.wake('shown');
    expect(world.requests).toHaveLength(3);
    await world.page.wake('online');
    expect(world.data.getSnapshot()).toMatchObject({ error: null, data: [{ name: 'A' }, {}] });
  });
});

describe('a failure', () => {
  test('that passes is tried again before anybody is told, in a hidden page too', async () => {
    const world = createWorld();
    world.page.isVisible = false;
    world.answer('GET', { status: 503 });
    await shown(world);
    expect(world.data.getSnapshot()).toMatchObject({ data: undefined, isFetching: true });
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(world.data.getSnapshot()).toMatchObject({ data: [{}, {}], isFetching: false });
    expect(world.events).toEqual([]);
  });

  test('that asks for a minute is told at once, and over after the minute', async () => {
    const world = createWorld();
    world.answer('GET', { status: 429, headers: { 'retry-after': '60' } });
    await shown(world);
    expect(world.data.getSnapshot()).toMatchObject({
      isFetching: false,
      error: { code: 'api/http', status: 429, retryAfterMs: MINUTE },
    });
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    await world.page.wake();
    await world.page.wake('online');
    world.data.subscribe(() => undefined);
    await settle();
    await vi.advanceTimersByTimeAsync(29 * SECOND);
    expect(world.requests).toEqual(['GET']);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(world.requests).toEqual(['GET', 'GET']);
    expect(world.data.getSnapshot()).toMatchObject({ error: null, data: [{}, {}] });
  });

  test('is over by itself on a page that nobody touches, and shown until then', async () => {
    const world = createWorld();
    world.answer('GET', ...Array<Answer>(4).fill({ status: 400 }));
    await shown(world);
    const states: unknown[] = [];
    world.data.subscribe(() => states.push(world.data.getSnapshot()));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(world.data.getSnapshot()).toMatchObject({ error: null, data: [{}, {}] });
    expect(states.slice(0, -1)).not.toContainEqual(expect.objectContaining({ error: null }));
  });

  test('that stays costs a visible page a request every few minutes, and a hidden one none', async () => {
    const world = createWorld();
    world.answer('GET', ...Array<Answer>(999).fill({ status: 403 }));
    await shown(world);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(world.requests.length).toBeGreaterThan(10);
    expect(world.requests.length).toBeLessThan(30);
    const before = world.requests.length;
    world.page.isVisible = false;
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(world.requests).toHaveLength(before);
  });

  test('is an event, once for all retries; a callback that throws changes nothing', async () => {
    const world = createWorld();
    world.answer('GET', { status: 400 });
    await shown(world);
    expect(world.events).toEqual([
      { type: 'data.failed', error: expect.objectContaining({ code: 'api/http' }) as Error },
    ]);
  });

  test('gives way to "loading" when the user tries again', async () => {
    const world = createWorld();
    world.answer('GET', { status: 400 });
    await shown(world);
    const done = world.data.refetch();
    expect(world.data.getSnapshot()).toMatchObject({ error: null, isFetching: true });
    await done;
    expect(world.data.getSnapshot()).toMatchObject({ error: null, data: [{}, {}] });
  });
});

describe('what is known', () => {
  test('is fetched again by who comes after half a minute, not before', async () => {
    const world = await shown();
    world.data.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    expect(world.requests).toEqual(['GET']);
    world.data.subscribe(() => undefined);
    await settle();
    expect(world.requests).toEqual(['GET', 'GET']);
  });

  test('from a server is there at once, and fetched when it is half a minute old', async () => {
    const world = await shown(createWorld([entry('a', { installed: true })], [entry('a')]));
    expect(world.data.getInitialSnapshot().data).toMatchObject([{ installed: false }]);
    expect(world.data.getSnapshot()).toMatchObject({ isFetching: false, data: [{}] });
    await vi.advanceTimersByTimeAsync(29 * SECOND);
    expect(world.requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: true }]);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(world.requests).toEqual(['GET']);
  });

  test('keeps the identity of what did not change, also at another place', async () => {
    const world = await shown(createWorld([running('a'), entry('b')]));
    const [a, b] = world.data.getSnapshot().data ?? [];
    world.account.integrations = [entry('b'), running('a'), entry('c')];
    await world.data.refetch();
    const after = world.data.getSnapshot().data ?? [];
    expect(after[0]).toBe(b);
    expect(after[1]).toBe(a);
    await world.data.refetch();
    expect(world.data.getSnapshot().data).toBe(after);
    world.account.integrations = [entry('b'), running('a', { version: 2 }), entry('c')];
    await world.data.refetch();
    expect(world.data.getSnapshot().data?.[0]).toBe(b);
    expect(world.data.getSnapshot().data?.[1]).not.toBe(a);
  });

  test('is forgotten when it was another user’s, and so is an answer on its way', async () => {
    const world = await shown(createWorld([running('a')]));
    const first = world.hold();
    void world.data.refetch();
    void world.data.switchOf('a-1').setActive(false);
    await settle();
    world.account.integrations = [entry('of the next')];
    world.changeUser();
    expect(world.data.getSnapshot().data).toBeUndefined();
    expect(world.data.switchOf('a-1').getSnapshot()).toEqual({ wanted: null, error: null });
    await first.letGo();
    expect(world.data.getSnapshot().data).toMatchObject([{ integrationId: 'of the next' }]);
  });

  test('stays when everything stops; nothing is under way, and no timer runs', async () => {
    const world = await shown(createWorld([running('a')]));
    world.hold();
    void world.data.refetch();
    void world.data.switchOf('a-1').setActive(false);
    await settle();
    world.stop();
    await settle();
    expect(world.data.getSnapshot()).toMatchObject({ isFetching: false, data: [{}] });
    expect(world.data.switchOf('a-1').getSnapshot().wanted).toBeNull();
    expect(isOn(world)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of one workflow in two integrations is what the installed one says', async () => {
    const twice = { workflowId: 'same' };
    const off = { ...twice, installed: false, active: false };
    const world = await shown(createWorld([running('a', twice), running('b', off)]));
    expect(world.data.workflow('same')).toMatchObject({ installed: true, active: true });
    await world.data.switchOf('same').setActive(false);
    expect(world.data.getSnapshot().data).toMatchObject([
      { workflows: [{ active: false }] },
      { workflows: [{ active: false, installed: false }] },
    ]);
  });
});

describe('a modal that ends', () => {
  const success = { status: 'success', result: {} } as const;

  test.each(['success', 'dismissed', 'error'])('in "%s" has the list fetched', async (status) => {
    const world = await shown();
    world.modal({ outcome: { ...success, status } as ModalActivity['outcome'], wasOpen: true });
    await settle();
    expect(world.requests).toEqual(['GET', 'GET']);
  });

  test('before it was on screen has nothing fetched', async () => {
    const world = await shown();
    world.modal({ outcome: null });
    world.modal({ outcome: { status: 'dismissed' }, wasOpen: false });
    await settle();
    expect(world.requests).toEqual(['GET']);
  });

  test('takes the place of a request that may be older', async () => {
    const world = await shown();
    const first = world.hold();
    void world.data.refetch();
    await settle();
    world.account.integrations = [entry('a', { installed: true })];
    world.modal({ target: { integrationId: 'a' }, outcome: success, wasOpen: true });
    await settle();
    await first.letGo();
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: true }]);
  });

  test('is believed over a list that lags, which is asked twice more; then the list is right', async () => {
    const world = await shown();
    const newest = vi.fn();
    world.data.newest('a', newest);
    world.modal({ target: { integrationId: 'a' }, outcome: success, wasOpen: true });
    await settle();
    expect(newest).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ integrationId: 'a', installed: true }),
    );
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: true }, {}]);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(world.requests).toHaveLength(3);
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: true }, {}]);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(world.requests).toHaveLength(4);
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: false }, {}]);
  });

  test('needs no second look where the list agrees', async () => {
    const world = await shown();
    world.account.integrations = [running('a')];
    world.modal({ target: { integrationId: 'a' }, outcome: success, wasOpen: true });
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(world.requests).toEqual(['GET', 'GET']);
    // And what is taken away later is gone.
    world.account.integrations = [entry('a')];
    await world.data.refetch();
    expect(world.data.getSnapshot().data).toMatchObject([{ installed: false }]);
  });

  test('of an update is believed as well', async () => {
    const old = { version: 2 };
    const world = await shown(createWorld([running('a', old)]));
    expect(world.data.getSnapshot().data).toMatchObject([
      { workflows: [{ updateAvailable: true }] },
    ]);
    const options = { integrationId: 'a', operation: 'update' } as const;
    world.modal({ target: options, outcome: success, wasOpen: true });
    await settle();
    expect(world.data.getSnapshot().data).toMatchObject([
      { workflows: [{ updateAvailable: false }] },
    ]);
  });

  test('of workflows is believed as well', async () => {
    const away = { installed: false, active: false };
    const world = await shown(createWorld([running('a', away)]));
    world.modal({ target: { workflowIds: ['a-1'] }, outcome: success, wasOpen: true });
    await settle();
    expect(world.data.workflow('a-1')?.installed).toBe(true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(world.data.workflow('a-1')?.installed).toBe(false);
  });

  test('does not keep anybody waiting for a list that is slow', async () => {
    const world = await shown();
    world.hold();
    const newest = vi.fn();
    world.data.newest('a', newest);
    world.modal({ target: { integrationId: 'a' }, outcome: success, wasOpen: true });
    await vi.advanceTimersByTimeAsync(1_400);
    expect(newest).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(newest).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ installed: true }));
  });
});

describe('a switch', () => {
  test('that two failures follow is back at what Alloy said last', async () => {
    const world = await shown(createWorld([running('a')]));
    world.answer('PUT', { status: 500 }, { status: 500 });
    world.answer('GET', { status: 400 });
    const { setActive, getSnapshot } = world.data.switchOf('a-1');
    void setActive(false);
    const last = setActive(true);
    await last;
    await settle();
    expect(isOn(world)).toBe(true);
    expect(getSnapshot()).toMatchObject({ wanted: null, error: { code: 'api/http', status: 500 } });
    expect(world.events.map(({ type }) => type)).toEqual(['data.failed', 'data.failed']);
  });

  test('that is clicked while the last one is on its way sends only the newest', async () => {
    const world = await shown(createWorld([running('a')]));
    const put = world.hold();
    const { setActive } = world.data.switchOf('a-1');
    const clicks = [false, true, false, true].map(setActive);
    await settle();
    expect(isOn(world)).toBe(true);
    await put.letGo();
    await Promise.all(clicks);
    expect(world.requests).toEqual(['GET', 'PUT deactivate', 'PUT activate']);
    expect(isOn(world)).toBe(true);
  });

  test('that comes back to what is on its way sends nothing more', async () => {
    const world = await shown(createWorld([running('a')]));
    const put = world.hold();
    const { setActive } = world.data.switchOf('a-1');
    const clicks = [false, true, false].map(setActive);
    await settle();
    await put.letGo();
    await Promise.all(clicks);
    expect(world.requests).toEqual(['GET', 'PUT deactivate']);
    expect(isOn(world)).toBe(false);
  });

  test('that Alloy answers with 200 and "activated: false" was refused', async () => {
    const world = await shown(createWorld([running('a', { active: false })]));
    world.answer('PUT', { status: 200, body: { activated: false } });
    await world.data.switchOf('a-1').setActive(true);
    await settle();
    expect(isOn(world)).toBe(false);
    expect(world.data.switchOf('a-1').getSnapshot().error?.code).toBe('api/http');
  });

  test('is not undone by a list that left before it and arrives after', async () => {
    const world = await shown(createWorld([running('a')]));
    const list = world.hold();
    void world.data.refetch();
    await settle();
    // The list's answer was made when the workflow was on.
    await world.page.wake();
    const put = world.data.switchOf('a-1').setActive(false);
    await settle();
    expect(isOn(world)).toBe(false);
    await list.letGo();
    await put;
    await settle();
    expect(isOn(world)).toBe(false);
    expect(world.data.getSnapshot().isFetching).toBe(false);
  });

  test('is shown over a list that arrives while it is on its way', async () => {
    const world = await shown(createWorld([running('a')]));
    const put = world.hold();
    void world.data.switchOf('a-1').setActive(false);
    await settle();
    const list = world.data.refetch();
    await put.letGo();
    await list;
    expect(isOn(world)).toBe(false);
  });

  test('hangs ten seconds at most, and what was clicked meanwhile is sent after that', async () => {
    const world = await shown(createWorld([running('a')]));
    world.hold();
    const { setActive, getSnapshot } = world.data.switchOf('a-1');
    void setActive(false);
    await settle();
    void setActive(true);
    expect(getSnapshot().wanted).toBe(true);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(world.requests).toEqual(['GET', 'PUT deactivate', 'PUT activate']);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(getSnapshot()).toMatchObject({ wanted: null, error: { code: 'api/network' } });
    expect(isOn(world)).toBe(true);
  });
});

describe('waiting for the first data, as Suspense does', () => {
  test('is one promise for all, and goes on when nobody watches', async () => {
    const world = createWorld();
    const list = world.hold();
    const waiting = world.data.load();
    expect(world.data.load()).toBe(waiting);
    world.data.subscribe(() => undefined)();
    await settle();
    expect(world.requests).toEqual(['GET']);
    await list.letGo();
    await waiting;
    expect(world.data.getSnapshot().data).toHaveLength(2);
  });

  test('ends with a failure that is told for a second', async () => {
    const world = createWorld();
    world.answer('GET', { status: 400 });
    await world.data.load();
    expect(world.data.recentFailure()?.code).toBe('api/http');
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(world.data.recentFailure()).toBeNull();
  });
});

test('a request is given up when the last one who watched has left, and made anew for the next', async () => {
  const world = createWorld();
  const list = world.hold();
  const unsubscribe = world.data.subscribe(() => undefined);
  await settle();
  unsubscribe();
  await settle();
  expect(world.data.getSnapshot()).toMatchObject({ isFetching: false, error: null });
  await list.letGo();
  expect(world.data.getSnapshot().data).toBeUndefined();
  world.data.subscribe(() => undefined);
  await settle();
  expect(world.data.getSnapshot().data).toHaveLength(2);
});
