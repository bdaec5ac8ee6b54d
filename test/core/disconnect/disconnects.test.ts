/** The state of a disconnect, where the provider stays and its user does not. */
import { expect, test, vi } from 'vitest';
import type { AlloyCore, AlloySignal } from '../../../src/core/alloy-core';
import { createDisconnects } from '../../../src/core/disconnect/disconnects';
import type { Engine } from '../../../src/core/engine';
import type { AlloyData } from '../../../src/core/integrations/integrations';

test.each<AlloySignal['type']>(['user-changed', 'stopped'])(
  'an answer that comes after "%s" is written nowhere',
  async (type) => {
    let tell: (signal: AlloySignal) => void = () => undefined;
    let answer: () => void = () => undefined;
    const end = vi.fn();
    const alloy: Pick<AlloyCore, 'options' | 'listen' | 'load'> = {
      options: { tokenUrl: '/token', disconnectUrl: '/off' },
      listen(listener) {
        tell = listener;
        return () => undefined;
      },
      // A backend that was done just in time: its answer is here in spite of the abort.
      load: () =>
        Promise.resolve({
          disconnect: () => new Promise<void>((resolve) => (answer = resolve)),
        } as Partial<Engine> as Engine),
    };
    const data: Pick<AlloyData, 'beginRemoval'> = { beginRemoval: () => ({ end }) };
    const shopify = createDisconnects(alloy as AlloyCore, data as AlloyData).of('shopify');

    const outcome = shopify.disconnect();
    expect(shopify.getSnapshot().status).toBe('pending');
    await Promise.resolve();
    await Promise.resolve();
    tell({ type } as AlloySignal);
    answer();
    expect(await outcome).toMatchObject({
      status: 'error',
      error: { code: 'provider/unmounted' },
    });
    expect(shopify.getSnapshot()).toEqual({ status: 'idle', error: null });
    expect(end).not.toHaveBeenCalled();
  },
);
