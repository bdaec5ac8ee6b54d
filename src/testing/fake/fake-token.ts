/** For {@link createFakeToken}. */
export interface FakeTokenOptions {
  /** @default "658c2f9a1f7a4c0011223344" */
  userId?: string | undefined;
  /** Negative: it has expired already. @default 3600 */
  expiresInSeconds?: number | undefined;
}

/**
 * An unsigned JWT of Alloy's shape, for tests and demos. Nobody but this package's own fakes accepts it.
 *
 * @example
 * ```ts
 * const nearlyOver = createFakeToken({ expiresInSeconds: 20 });
 * ```
 */
export function createFakeToken(options: FakeTokenOptions = {}): string {
  const { userId = '658c2f9a1f7a4c0011223344', expiresInSeconds = 3600 } = options;
  const now = Math.floor(Date.now() / 1000);
  const issuedAt = Math.min(now, now + expiresInSeconds - 1);
  const payload = { user: { _id: userId }, iat: issuedAt, exp: now + expiresInSeconds };
  return [encode({ alg: 'none', typ: 'JWT' }), encode(payload), 'unsigned'].join('.');
}

function encode(part: object): string {
  // Not by TextEncoder, which jest-environment-jsdom lacks.
  const bytes = encodeURIComponent(JSON.stringify(part)).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
