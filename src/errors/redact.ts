/** A text with every JWT in it replaced. */
function redact(text: string): string {
  return text.replace(/eyJ[\w-]*\.[\w-]*(\.[\w-]*)?/g, '<token>');
}

/** An error of foreign code as it is, unless its text shows a JWT: then one like it without. */
export function redactError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error) : error;
  const message = redact(error.message);
  if (message === error.message) return error;
  const clean = new Error(message);
  clean.name = error.name;
  return clean;
}
