/** The parts of a `Response` that are needed. Polyfills, jsdom and some HTTP clients give no `body`. */
type Readable = Pick<Response, 'text'> & { body?: Response['body'] | undefined };

/**
 * The text of an answer. null: it is longer than `maxBytes`, and was not read any further. A response without a stream is
 * read as a whole, because there is no other way.
 */
export async function readText(response: Readable, maxBytes: number): Promise<string | null> {
  if (!response.body || typeof TextDecoder === 'undefined') {
    const text = await response.text();
    return text.length > maxBytes ? null : text;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
