/** What the server does with one request. */
export type Answer =
  | {
      token: 'object' | 'string' | 'text';
      /** Seconds. @default 3600 */
      lifetime?: number;
      /** How many seconds ago it was issued. */
      age?: number;
      delayMs?: number;
      /** By how much its Date is wrong. */
      dateAheadSeconds?: number;
      headers?: Record<string, string>;
    }
  | { status: number; headers?: Record<string, string>; body?: string; delayMs?: number }
  | { wire: Wire };

/** What happens to the connection itself. */
export type Wire =
  | 'silence'
  | 'reset'
  | 'empty reply'
  | 'reset mid-headers'
  | 'reset mid-body'
  | 'half-close'
  | 'short body'
  | 'slow drip'
  | 'endless body'
  | 'no HTTP'
  | 'broken gzip'
  | 'no CORS';

export interface FaultCase {
  /** Ends the sentence "What happens when…". */
  when: string;
  /** The answers in turn; the last one is given for ever. */
  answers: Answer[];
  /** What the user sees after a click: Alloy's modal, or the button's offer to try again. */
  sees: 'the modal' | 'Try again';
  /** The error that the developer is told of. */
  code?: string;
  /** How often the endpoint is asked. */
  requests: number;
  /** What else is wrong or done. */
  also?:
    | 'refresh'
    | 'clock 48 h fast'
    | 'clock 48 h slow'
    | 'offline, then online'
    | 'a second click'
    | 'port closed'
    | 'no such host';
  /** Ten seconds are one here. */
  isFast?: boolean;
}

const OK: Answer = { token: 'object' };
const LOGIN_PAGE = '<!doctype html><title>Sign in</title><form><input type="password"></form>';

export const faultCases: FaultCase[] = [
  { when: 'the backend answers { token }', answers: [OK], sees: 'the modal', requests: 1 },
  {
    when: 'it answers a bare JSON string',
    answers: [{ token: 'string' }],
    sees: 'the modal',
    requests: 1,
  },
  {
    when: 'it answers the JWT as text/plain',
    answers: [{ token: 'text' }],
    sees: 'the modal',
    requests: 1,
  },
  {
    when: 'it takes two seconds',
    answers: [{ token: 'object', delayMs: 2_000 }],
    sees: 'the modal',
    requests: 1,
  },
  ...[400, 404, 405, 410, 422].map((status): FaultCase => ({
    when: `it answers ${status}`,
    answers: [{ status }],
    sees: 'Try again',
    code: 'token/http',
    requests: 1,
  })),
  ...[401, 403].map((status): FaultCase => ({
    when: `it answers ${status}`,
    answers: [{ status }],
    sees: 'Try again',
    code: 'token/unauthorized',
    requests: 1,
  })),
  ...[408, 429, 500, 502, 503, 504].map((status): FaultCase => ({
    when: `it answers ${status} once`,
    answers: [{ status }, OK],
    sees: 'the modal',
    requests: 2,
  })),
  {
    when: 'it answers 503 three times (a deployment)',
    answers: [{ status: 503 }, { status: 503 }, { status: 503 }, OK],
    sees: 'the modal',
    requests: 4,
  },
  {
    when: 'it answers 503 for ever',
    answers: [{ status: 503 }],
    sees: 'Try again',
    code: 'token/http',
    requests: 4,
  },
  {
    when: 'it answers 503 with Retry-After: 5',
    answers: [{ status: 503, headers: { 'retry-after': '5' } }, OK],
    sees: 'the modal',
    requests: 2,
    isFast: true,
  },
  {
    when: 'it answers 429 for ever, each time with Retry-After: 1',
    answers: [{ status: 429, headers: { 'retry-after': '1' } }],
    sees: 'Try again',
    code: 'token/http',
    requests: 4,
    isFast: true,
  },
  {
    when: 'it answers a 500 with an endless stack trace',
    answers: [{ status: 500, body: 'at '.repeat(200_000) }, OK],
    sees: 'the modal',
    requests: 2,
  },
  {
    when: 'it fails, and works at the second click',
    answers: [{ status: 401 }, OK],
    sees: 'the modal',
    requests: 2,
    also: 'a second click',
  },
  {
    when: 'it redirects to a login page',
    answers: [{ status: 302, headers: { location: '/login' } }],
    sees: 'Try again',
    code: 'token/malformed',
    requests: 1,
  },
  {
    when: 'it redirects in a circle',
    answers: [{ status: 302, headers: { location: '' } }],
    sees: 'Try again',
    code: 'token/network',
    requests: 84,
  },
  {
    when: 'it answers an HTML page with 200',
    answers: [{ status: 200, headers: { 'content-type': 'text/html' }, body: LOGIN_PAGE }],
    sees: 'Try again',
    code: 'token/malformed',
    requests: 1,
  },
  ...(
    [
      ['nothing (204)', { status: 204 }, 'token/malformed'],
      ['an empty body', { status: 200 }, 'token/malformed'],
      ['{}', { status: 200, body: '{}' }, 'token/malformed'],
      ['{ "token": null }', { status: 200, body: '{"token":null}' }, 'token/malformed'],
      ['{ "error": … } with 200', { status: 200, body: '{"error":"no"}' }, 'token/malformed'],
      ['broken JSON', { status: 200, body: '{"token": "eyJhb' }, 'token/malformed'],
      ['the API key', { status: 200, body: `{"token":"${'k'.repeat(40)}"}` }, 'token/not-a-jwt'],
      ['half a JWT', { status: 200, body: '{"token":"eyJhbGciOiJ"}' }, 'token/not-a-jwt'],
    ] satisfies [string, Answer, string][]
  ).map(([what, answer, code]): FaultCase => ({
    when: `it answers ${what}`,
    answers: [answer],
    sees: 'Try again',
    code,
    requests: 1,
  })),
  {
    when: 'it answers a token that has ended, once (a stale cache)',
    answers: [{ token: 'object', age: 7_200 }, OK],
    sees: 'the modal',
    requests: 2,
  },
  {
    when: 'the clock of the backend is 65 minutes ahead',
    answers: [{ token: 'object', dateAheadSeconds: 3_900 }],
    sees: 'the modal',
    requests: 2,
  },
  {
    when: 'a cache kept the answer for 59 minutes and a half (Age), once',
    answers: [{ token: 'object', headers: { age: '3570' } }, OK],
    sees: 'the modal',
    requests: 2,
  },
  {
    when: 'it answers 503 with Retry-After: 0, twice',
    answers: [
      { status: 503, headers: { 'retry-after': '0' } },
      { status: 503, headers: { 'retry-after': '0' } },
      OK,
    ],
    sees: 'the modal',
    requests: 3,
  },
  ...['alloy-unauthorized', 'alloy-invalid-request', 'alloy-not-found', 'alloy-malformed'].map(
    (error): FaultCase => ({
      when: `Alloy refused the backend for good (${error})`,
      answers: [{ status: 502, body: JSON.stringify({ error }) }],
      sees: 'Try again',
      code: 'token/http',
      requests: 1,
    }),
  ),
  {
    when: 'it answers tokens that have ended for ever',
    answers: [{ token: 'object', age: 7_200 }],
    sees: 'Try again',
    code: 'token/expired',
    requests: 2,
  },
  {
    when: 'it answers a cached token with half its life left',
    answers: [{ token: 'object', age: 1_800 }],
    sees: 'the modal',
    requests: 1,
  },
  {
    when: 'it answers a token of 60 days',
    answers: [{ token: 'object', lifetime: 5_184_000 }],
    sees: 'the modal',
    requests: 1,
  },
  {
    when: "the computer's clock is two days fast",
    answers: [OK],
    sees: 'the modal',
    requests: 1,
    also: 'clock 48 h fast',
  },
  {
    when: "the computer's clock is two days slow",
    answers: [OK],
    sees: 'the modal',
    requests: 1,
    also: 'clock 48 h slow',
  },
  ...(
    [
      'reset',
      'empty reply',
      'reset mid-headers',
      'reset mid-body',
      'half-close',
      'short body',
      'no HTTP',
      'broken gzip',
    ] satisfies Wire[]
  ).map((wire): FaultCase => ({
    when: `the connection fails once: ${wire}`,
    answers: [{ wire }, OK],
    sees: 'the modal',
    requests: 2,
  })),
  {
    when: 'the connection is reset for ever',
    answers: [{ wire: 'reset' }],
    sees: 'Try again',
    code: 'token/network',
    requests: 4,
  },
  {
    when: 'the answer lacks its CORS headers',
    answers: [{ wire: 'no CORS' }],
    sees: 'Try again',
    code: 'token/network',
    requests: 4,
  },
  {
    when: 'nothing listens at the address',
    answers: [OK],
    sees: 'Try again',
    code: 'token/network',
    requests: 0,
    also: 'port closed',
  },
  {
    when: 'the host has no address',
    answers: [OK],
    sees: 'Try again',
    code: 'token/network',
    requests: 0,
    also: 'no such host',
  },
  {
    when: 'the user is offline, and comes back',
    answers: [{ wire: 'reset' }, OK],
    sees: 'the modal',
    requests: 2,
    also: 'offline, then online',
  },
  {
    when: 'it is silent once for ten seconds',
    answers: [{ wire: 'silence' }, OK],
    sees: 'the modal',
    requests: 2,
    isFast: true,
  },
  {
    when: 'it is silent for ever',
    answers: [{ wire: 'silence' }],
    sees: 'Try again',
    code: 'token/timeout',
    requests: 4,
    isFast: true,
  },
  {
    when: 'its answer drips in without end',
    answers: [{ wire: 'slow drip' }, OK],
    sees: 'the modal',
    requests: 2,
    isFast: true,
  },
  {
    when: 'its answer is endless',
    answers: [{ wire: 'endless body' }],
    sees: 'Try again',
    code: 'token/malformed',
    requests: 1,
  },
  ...(
    [
      ['503', { status: 503 }, 5],
      ['401', { status: 401 }, 2],
      ['a login page', { status: 200, body: LOGIN_PAGE }, 2],
      ['with a reset', { wire: 'reset' }, 5],
      ['a token that has ended', { token: 'object', age: 7_200 }, 3],
    ] satisfies [string, Answer, number][]
  ).map(([what, answer, requests]): FaultCase => ({
    when: `a refresh is answered ${what} while the old token lives`,
    answers: [OK, answer],
    sees: 'the modal',
    requests,
    also: 'refresh',
  })),
];
