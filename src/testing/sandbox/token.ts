import { jwtDecode } from 'jwt-decode';
import { readJwt } from '../../shared/jwt';
import { createFakeToken } from '../fake/fake-token';

/** Signs tokens as Alloy does (HS256), and reads those and every unsigned one. */
export interface SandboxTokens {
  issue(userId: string): Promise<string>;
  /** The user's id; null: expired, forged, or not a token at all. */
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
      // jsdom has no crypto.subtle, nor does a page that came over plain http. An unsigned token serves as well there.
      if (!hasSignatures()) return createFakeToken({ userId, expiresInSeconds: lifetimeSeconds });
      const iat = Math.floor(Date.now() / 1000);
      const payload = { user: { _id: userId }, iat, exp: iat + lifetimeSeconds };
      const content = `${encodeJson({ alg: 'HS256', typ: 'JWT' })}.${encodeJson(payload)}`;
      const signature = await crypto.subtle.sign('HMAC', await signingKey(), utf8(content));
      return `${content}.${encode(new Uint8Array(signature))}`;
    },

    async read(token) {
      try {
        const { subject, expiresAt } = readJwt(token);
        const isGenuine =
          jwtDecode<{ alg?: unknown }>(token, { header: true }).alg === 'none' ||
          (await isSignedBy(await signingKey(), token));
        return isGenuine && Number(expiresAt) > Date.now() ? subject : null;
      } catch {
        return null;
      }
    },
  };
}

function hasSignatures(): boolean {
  const { crypto, TextEncoder } = globalThis as Partial<typeof globalThis>;
  return crypto?.subtle !== undefined && TextEncoder !== undefined;
}

function isSignedBy(key: CryptoKey, token: string): Promise<boolean> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return crypto.subtle.verify('HMAC', key, decode(signature), utf8(`${header}.${payload}`));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encodeJson(value: object): string {
  return encode(utf8(JSON.stringify(value)));
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
