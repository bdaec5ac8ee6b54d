/** An answer before it is a Response. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** Answers with JSON that nothing on the way may keep. */
export function json(status: number, body: object, more: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...safeHeaders(), 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  };
}

/** Answers with a status alone. */
export function empty(status: number, more: Record<string, string> = {}): Answer {
  return { status, headers: { ...safeHeaders(), ...more }, body: null };
}

function safeHeaders(): Record<string, string> {
  return { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'Origin' };
}
