import type { AlloyErrorCode } from './codes';

/** What a development message says of the place and the value. Never a token or a key. */
export interface AlloyErrorFacts {
  /** Where it happened: a URL, the name of a prop or a hook. */
  where?: string | undefined;
  /** What came instead of what was expected. */
  got?: string | undefined;
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined;
}

const DOCS = 'https://www.npmjs.com/package/alloy-react#';

type Explanation = (facts: { where: string; got: string }) => string;

/** For developers: what happened, where and with what value, what to do. */
const explanations: Record<AlloyErrorCode, Explanation> = {
  'token/unauthorized': ({ where, got }) =>
    `The token endpoint ${where} answered ${got}: it knows no signed-in user. Sign the user in again, and check that the request carries the session (tokenRequest.credentials or headers).`,
  'token/http': ({ where, got }) =>
    `The token endpoint ${where} answered ${got}. Look into the log of that endpoint; it should answer 200 with { "token": "<jwt>" }.`,
  'token/network': ({ where, got }) =>
    `No answer from the token endpoint ${where}${got}. The user may be offline, or the address, DNS, CORS or a content security policy (connect-src) may be in the way.`,
  'token/timeout': ({ where }) =>
    `The token endpoint ${where} did not answer within 10 seconds. Check that its call to Alloy has a timeout of its own.`,
  'token/malformed': ({ where, got }) =>
    `The token endpoint ${where} answered ${got}, in which there is no token. It should answer { "token": "<jwt>" }; an HTML page often means a redirect to a login page.`,
  'token/not-a-jwt': ({ where, got }) =>
    `The token endpoint ${where} answered ${got}, which is no JWT. Answer with the token of Alloy's GET /users/{userId}/token; an API key must never reach a browser: revoke it if it did.`,
  'token/expired': ({ where }) =>
    `The token endpoint ${where} keeps answering with tokens that have no life left. Check that it, or a cache before it, does not answer with an old token (Cache-Control: no-store).`,
  'sdk/load-failed': ({ where }) =>
    `Alloy's SDK did not arrive${where}. The user may be offline, or a content security policy (script-src) or an ad blocker may be in the way.`,
  'sdk/invalid': ({ got }) =>
    `What loadSdk gave is no Alloy SDK${got}. It should resolve to alloy-frontend, to window.Alloy, or to an object with setToken, install and authenticate.`,
  'sdk/failed': ({ where, got }) =>
    `Alloy's SDK threw${where}: ${got}. Its own error is the cause of this one.`,
  'install/invalid-options': ({ where }) =>
    `${where} was called without saying what to connect. Pass integrationId or workflowIds (for authenticate: app, category or integrationId) to the hook, the component or the call.`,
  'modal/busy': () =>
    'Another modal of Alloy is open. Wait for its outcome, or close() it before opening the next.',
  'modal/timeout': ({ where }) =>
    `Alloy's page did not load in the modal within 20 seconds${where}. A content security policy (frame-src https://app.runalloy.com, or https://eu-app.runalloy.com in the EU) or an ad blocker may be in the way.`,
  'modal/failed': () =>
    "Alloy reported that the connection failed. The user can try again; details are in Alloy's dashboard.",
  'api/unauthorized': ({ where, got }) =>
    `Alloy's API refused the user's token at ${where} (${got}), also after it was replaced. Check that the API key and the region of backend and provider belong together.`,
  'api/http': ({ where, got }) => `Alloy's API answered ${got} at ${where}.`,
  'api/network': ({ where }) =>
    `No answer from Alloy's API at ${where}. The user may be offline, or a content security policy (connect-src) may be in the way.`,
  'api/malformed': ({ where, got }) =>
    `Alloy's API answered ${where} with something unexpected: ${got}.`,
  'provider/missing': ({ where }) =>
    `${where} was used outside <AlloyProvider>. Wrap the part of your app that uses it: <AlloyProvider tokenUrl="/api/alloy/token">.`,
  'provider/invalid-props': ({ got }) =>
    `<AlloyProvider> got ${got}. Pass either tokenUrl or getToken, and a region of "us" or "eu".`,
  'provider/unmounted': () =>
    'Asked for after <AlloyProvider> was unmounted or its user changed. Take what you need from the hooks of the current render.',
};

/** The message of an error; in production the code and a link. */
export function explain(code: AlloyErrorCode, facts: AlloyErrorFacts): string {
  const link = `${DOCS}${code.replace('/', '-')}`;
  // Not turned round into an early return: bundlers would keep the texts.
  if (process.env.NODE_ENV !== 'production') {
    const { where = '', got = '', status } = facts;
    const text = explanations[code]({ where, got: status === undefined ? got : `HTTP ${status}` });
    return `${code}: ${text} ${link}`;
  }
  return `${code}: ${link}`;
}
