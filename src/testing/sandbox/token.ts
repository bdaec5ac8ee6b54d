/** Signs tokens as Alloy does (HS256), and reads those and the unsigned ones of {@link createFakeToken}. */
export interface SandboxTokens {
  issue(userId: string): Promise<string>;
  /** The user's id; null: expired, forged, or no token at all. */
  read(token: string): Promise<string | null>;
}

export function createSandboxTokens(lifetimeSeconds: number): SandboxTokens {
  let key: Promise<CryptoKey> | undefined;

  function signingKey(): Promise<CryptoKey> {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    key ??= crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);
    return key;
  }

  return {
    async issue(userId) {
      const iat = Math.floor(Date.now() / 1000);
      const payload = { user: { _id: userId }, iat, exp: iat + lifetimeSeconds };
      const content = `${encodeJson({ alg: 'HS256', typ: 'JWT' })}.${encodeJson(payload)}`;
      const signature = await crypto.subtle.sign('HMAC', await signingKey(), utf8(content));
      return `${content}.${encode(new Uint8Array(signature))}`;
    },

    async read(token) {
      try {
        const [header = '', payload = '', signature = ''] = token.split('.');
        const { alg } = decodeJson(header) as { alg?: unknown };
        const { user, exp } = decodeJson(payload) as { user: { _id: string }; exp: number };
        const isGenuine =
          alg === 'none' ||
          (await crypto.subtle.verify(
            'HMAC',
            await signingKey(),
            decode(signature),
            utf8(`${header}.${payload}`),
          ));
        return isGenuine && exp * 1000 > Date.now() ? user._id : null;
      } catch {
        return null;
      }
    },
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encodeJson(value: object): string {
  return encode(utf8(JSON.stringify(value)));
}

function decodeJson(part: string): unknown {
  return JSON.parse(new TextDecoder().decode(decode(part)));
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
