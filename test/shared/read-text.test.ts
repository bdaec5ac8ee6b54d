import { expect, test, vi } from 'vitest';
import { readText } from '../../src/shared/read-text';

test('a text of many bytes a character, in pieces', async () => {
  const bytes = new TextEncoder().encode('Ørsted – 接続');
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readText(new Response(pieces), 100)).toBe('Ørsted – 接続');
});

test('an empty answer is an empty text', async () => {
  expect(await readText(new Response(null), 100)).toBe('');
});

test('what is too long is given up, and not read to its end', async () => {
  const cancel = vi.fn();
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(40)),
    cancel,
  });
  expect(await readText(new Response(endless), 100)).toBeNull();
  expect(cancel).toHaveBeenCalled();
  expect(await readText(new Response('x'.repeat(100)), 100)).toHaveLength(100);
});

test('an answer without a stream, as polyfills give it', async () => {
  const without = (text: string): Parameters<typeof readText>[0] => ({
    text: () => Promise.resolve(text),
  });
  expect(await readText(without('{"token":"a"}'), 100)).toBe('{"token":"a"}');
  expect(await readText(without('x'.repeat(101)), 100)).toBeNull();
});
