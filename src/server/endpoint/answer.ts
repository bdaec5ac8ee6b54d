/** An answer before it is a Response. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  vary: 'Origin',
};
const JSON_HEADERS = { ...HEADERS, 'content-type': 'application/json' };

/** Answers with JSON that nothing on the way may keep. */
export function json(status: number, body: object, more: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...JSON_HEADERS, ...more },
    body: JSON.stringify(body),
  };
}

/** Answers with a status alone. */
export function empty(status: number, more: Record<string, string> = {}): Answer {
  return { status, headers: { ...HEADERS, ...more }, body: null };
}
