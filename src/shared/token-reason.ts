/**
 * Tells the token endpoint why it is asked, so that a cache behind it is passed by. Sent only when an old token would not
 * do: every other request stays free of headers, and so needs no CORS preflight.
 */
export const TOKEN_REASON_HEADER = 'x-alloy-token-reason';
