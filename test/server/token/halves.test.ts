import { expect, it } from 'vitest';
import { refusal } from '../../../src/core/token/refusal';
import {
  AlloyApiError,
  createAlloyClient,
  createTokenHandler,
  type AlloyApiErrorCode,
} from '../../../src/server';

/** Every code, and whether the same request can work later. The compiler wants a new one to be here. */
const CAN_PASS: Record<AlloyApiErrorCode, boolean> = {
  unauthorized: false,
  'not-found': false,
  'invalid-request': false,
  malformed: false,
  'rate-limited': true,
  unavailable: true,
  timeout: true,
};

async function answerTo(code: AlloyApiErrorCode): Promise<Response> {
  const alloy = createAlloyClient({ apiKey: 'key' });
  const handle = createTokenHandler({
    alloy: {
      ...alloy,
      users: { ...alloy.users, createToken: () => Promise.reject(new AlloyApiError(code, code)) },
    },
    identify: () => ({ username: 'ada' }),
    createUsers: false,
    onError: () => undefined,
  });
  return handle(new Request('https://app.example.com/api/alloy/token'));
}

it.each(Object.entries(CAN_PASS) as [AlloyApiErrorCode, boolean][])(
  'the browser asks again after "%s" when that can pass, and only then',
  async (code, canPass) => {
    expect(new AlloyApiError(code, '').retryable).toBe(canPass);
    const answer = await answerTo(code);
    const { status } = answer;
    const body = await answer.text();
    expect(refusal({ where: 'the endpoint', status, body, nowMs: 0 }).retryable).toBe(canPass);
    expect(status === 500).toBe(!canPass);
  },
);

it('says by name what a developer has to repair', async () => {
  const lasting = Object.entries(CAN_PASS).filter(([, canPass]) => !canPass);
  const details = await Promise.all(
    lasting.map(async ([code]) => {
      const answer = await answerTo(code as AlloyApiErrorCode);
      const body = await answer.text();
      return refusal({ where: 'the endpoint', status: answer.status, body, nowMs: 0 }).message;
    }),
  );
  for (const detail of details) expect(detail).toMatch(/Alloy/);
  expect(new Set(details).size).toBe(lasting.length);
});
