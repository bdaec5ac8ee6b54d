/**
 * Prepares JSON for the SDK, which writes `JSON.stringify(value)` into a URL as it is: every text in it is
 * escaped for JSON and then for the URL, so that whoever decodes the URL once and parses the JSON gets the
 * value as it was.
 */
export function encodeJson(value: unknown): unknown {
  // What JSON would make of it first: dates, undefined and objects with a toJSON are gone then.
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? null : encode(JSON.parse(json));
}

function encode(value: unknown): unknown {
  if (typeof value === 'string') return encodeText(value);
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [encodeText(key), encode(item)]),
  );
}

function encodeText(text: string): string {
  return encodeURIComponent(JSON.stringify(text).slice(1, -1));
}
