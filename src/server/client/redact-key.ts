const MAX_DEPTH = 4;

/** A text without the secret. */
export function redact(text: string, secret: string): string {
  return secret ? text.split(secret).join('[API key]') : text;
}

/**
 * What is worth knowing of a foreign error, without the secret. The error itself is not passed on: fetch
 * libraries hang the request, its headers and so the key on what they throw.
 */
export function redactError(error: unknown, secret: string, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return undefined;
  const cause = redactError(error.cause, secret, depth + 1);
  const safe = new Error(redact(error.message, secret), cause && { cause });
  safe.name = error.name;
  delete safe.stack;
  if ('code' in error && typeof error.code === 'string') {
    Object.assign(safe, { code: redact(error.code, secret) });
  }
  return safe;
}
