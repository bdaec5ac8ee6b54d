/**
 * The text with every JWT replaced, and every piece of one that is long enough to tell something.
 *
 * @param secret also replaced, wherever it occurs
 */
export function redact(text: string, secret = ''): string {
  // The secret first: it may be a part of something longer that looks like a JWT.
  const rest = secret ? text.replaceAll(secret, '<secret>') : text;
  return rest.replace(/eyJ[\w-]*(\.[\w-]+)+|eyJ[\w-]{16,}/g, '<token>');
}
