import type { ServerResponse } from 'node:http';
import type { Answer } from '../endpoint/answer';

export function sendAnswer({ status, headers, body }: Answer, res: ServerResponse): void {
  const vary = variesBy(res, headers.vary);
  if (vary !== undefined) headers.vary = vary;
  if (body !== null) headers['content-length'] = String(Buffer.byteLength(body));
  res.writeHead(status, headers);
  res.end(body ?? undefined);
}

/** @param isHead the body is not sent */
export async function sendResponse(
  { status, headers, body }: Response,
  res: ServerResponse,
  isHead: boolean,
): Promise<void> {
  const cookies = headers.getSetCookie();
  const vary = variesBy(res, headers.get('vary'));
  res.writeHead(status, {
    ...Object.fromEntries(headers),
    ...(vary !== undefined && { vary }),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  });
  if (body && isHead) await body.cancel();
  else if (body) await pump(body.getReader(), res);
  res.end();
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  res: ServerResponse,
): Promise<void> {
  // Nobody reads on: whoever makes the body need not go on either.
  res.once('close', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!res.write(value)) await drained(res);
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    function goOn(): void {
      res.off('drain', goOn).off('close', goOn);
      resolve();
    }
    res.once('drain', goOn).once('close', goOn);
  });
}

/** Together with what a middleware, such as compression, said before. */
function variesBy(res: ServerResponse, vary: string | null | undefined): string | undefined {
  const before = res.getHeader('vary');
  return before === undefined || !vary ? (vary ?? undefined) : `${String(before)}, ${vary}`;
}
