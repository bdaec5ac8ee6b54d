/** An unsigned JWT with just this payload. */
export function encodeJwt(payload: object): string {
  const encode = (part: object): string =>
    btoa(JSON.stringify(part)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.c2lnbmF0dXJl`;
}

/** An unsigned JWT of Alloy's shape. */
export function fakeJwt({
  userId = 'user-1',
  lifetimeSeconds = 3600,
  issuedAtSeconds = Math.floor(Date.now() / 1000),
} = {}): string {
  return encodeJwt({
    user: { _id: userId },
    iat: issuedAtSeconds,
    exp: issuedAtSeconds + lifetimeSeconds,
  });
}
