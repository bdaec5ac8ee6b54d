import type { AlloyErrorCode } from './codes';

/** What a development message says of the case at hand. Never a token or a key. */
export interface AlloyErrorFacts {
  /** The place: a URL, the name of a prop or a hook. */
  where?: string | undefined;
  /** The value that came instead of what was expected. */
  got?: string | undefined;
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined;
  /** Anything else worth knowing, as a sentence without a full stop. */
  detail?: string | undefined;
}

const DOCS = 'https://www.npmjs.com/package/alloy-react#';

interface Case {
  /** "" or "the place" with a space before it. */
  where: string;
  got: string;
}

/** For developers: what happened, where and with what value, and what to do about it. */
const explanations: Record<AlloyErrorCode, (facts: Case) => string> = {
  'token/unauthorized': ({ where, got }) =>
    got
      ? `The token endpoint${where} answered ${got}: it knows no signed-in user. Sign the user in again, and check that the request carries the session (tokenRequest.credentials or headers).`
      : 'No token was asked for, because userKey is null: nobody is signed in.',
  'token/http': ({ where, got }) =>
    `The token endpoint${where} answered ${got}. Look into the log of that endpoint; it should answer 200 with { "token": "<jwt>" }.`,
  'token/network': ({ where }) =>
    `No answer came from the token endpoint${where}. The user may be offline, or the address, DNS, CORS or a content security policy (connect-src) may be in the way.`,
  'token/timeout': ({ where }) =>
    `The token endpoint${where} did not answer within 10 seconds. Check that its call to Alloy has a shorter limit of its own (timeoutMs).`,
  'token/malformed': ({ where, got }) =>
    `The token endpoint${where} answered ${got}, and there is no token in it. It should answer { "token": "<jwt>" }. An HTML page often means a redirect to a login page.`,
  'token/not-a-jwt': ({ where, got }) =>
    `The token endpoint${where} answered ${got}, which is not a JWT. Answer with the token of Alloy's GET /users/{userId}/token. An API key must never reach a browser: revoke it if it did.`,
  'token/expired': ({ where }) =>
    `The token endpoint${where} keeps answering with tokens that have expired. Check that nothing on the way keeps old tokens (Cache-Control: no-store).`,
  'token/user-changed': ({ where }) =>
    `The token endpoint${where} answered with the token of another user, although userKey is the same. The modal was not opened, because it would connect an account of the new user while the page still shows the old one. Pass <AlloyProvider userKey={user.id}>, or reload the page when the session changes.`,
  'sdk/load-failed': ({ where }) =>
    `Alloy's SDK, or the part of alloy-react that is loaded with it, did not arrive${where && ` from${where}`}. The user may be offline, or a content security policy (script-src) or an ad blocker may be in the way.`,
  'sdk/invalid': ({ got }) =>
    `What loadSdk returned is not an Alloy SDK: it is ${got}. It should resolve to alloy-frontend, to window.Alloy, or to an object with setToken, install and authenticate.`,
  'sdk/failed': ({ got }) => `Alloy's SDK threw ${got}. Its own error is the cause of this one.`,
  'install/invalid-options': ({ where }) =>
    `${where.trim()} was called without saying what to connect. Pass integrationId or workflowIds (for authenticate: app, category or integrationId) to the hook, the component or the call.`,
  'modal/busy': () =>
    'Another Alloy modal is open. Wait for its outcome, or close() it before opening the next one.',
  'modal/timeout': ({ where }) =>
    `Alloy's page${where} did not load in the modal within 20 seconds. A content security policy (frame-src https://app.runalloy.com, or https://eu-app.runalloy.com in the EU) or an ad blocker may be in the way.`,
  'modal/unreachable': ({ where }) =>
    `Alloy's page${where} cannot load in this page. Allow it in the content security policy (frame-src https://app.runalloy.com, or https://eu-app.runalloy.com in the EU), and do not send Cross-Origin-Embedder-Policy: require-corp.`,
  'modal/failed': () =>
    "Alloy reported that the connection failed. The user can try again; Alloy's dashboard has the details.",
  'api/unauthorized': ({ where, got }) =>
    `Alloy's API${where} answered ${got} and refused the user's token. Check that the API key of the backend and the region of the provider belong together.`,
  'api/http': ({ where, got }) => `Alloy's API${where} answered ${got}.`,
  'api/network': ({ where }) =>
    `No answer came from Alloy's API${where}. The user may be offline, or a content security policy (connect-src) may be in the way.`,
  'api/malformed': ({ where }) => `Alloy's API${where} answered with something unexpected.`,
  'disconnect/unauthorized': ({ where, got }) =>
    got
      ? `The disconnect endpoint${where} answered ${got}: it knows no signed-in user. Sign the user in again, and check that the request carries the session (disconnectRequest.credentials or headers).`
      : 'Nothing was disconnected, because userKey is null: nobody is signed in.',
  'disconnect/http': ({ where, got }) =>
    `The disconnect endpoint${where} answered ${got}. Look into the log of that endpoint.`,
  'disconnect/network': ({ where }) =>
    `No answer came from the disconnect endpoint${where}. The user may be offline, or the address, DNS, CORS or a content security policy (connect-src) may be in the way.`,
  'provider/missing': ({ where }) =>
    `${where.trim()} was used outside <AlloyProvider>. Wrap the part of your app that uses it: <AlloyProvider tokenUrl="/api/alloy/token">.`,
  'provider/invalid-props': ({ got }) =>
    `<AlloyProvider> got ${got}. Pass either tokenUrl or getToken, a region of "us" or "eu", and a disconnectUrl if users can disconnect.`,
  'provider/unmounted': () =>
    'This was asked for after <AlloyProvider> was unmounted or its user changed. Take what you need from the hooks of the current render.',
  'provider/failed': () =>
    'alloy-react itself failed. That is a fault of the library: please report it with the cause of this error.',
};

/** The message of an error. In a production build: the code and a link. */
export function explain(code: AlloyErrorCode, facts: AlloyErrorFacts): string {
  const link = `${DOCS}${code.replace('/', '-')}`;
  // Not turned round into an early return: bundlers would keep the texts.
  if (process.env.NODE_ENV !== 'production') {
    const { where, got = 'something else', status, detail } = facts;
    const text = explanations[code]({
      where: where ? ` ${where}` : '',
      got: status === undefined ? got : `HTTP ${status}`,
    });
    return `${code}: ${text}${detail ? ` ${detail}.` : ''} ${link}`;
  }
  return `${code}: ${link}`;
}
