/** An answer before it is a Response: all that one holds, as plain data. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

type Handler = (request: Request) => Promise<Response>;
type Replier = (request: Request) => Promise<Reply>;

const repliers = new WeakMap<Handler, Replier>();

/** A Web-standard handler. `replierOf` finds its plain half again, where a Response would only be taken apart. */
export function createHandler(reply: Replier): Handler {
  const handler: Handler = async (request) => {
    const { body, ...init } = await reply(request);
    return new Response(body, init);
  };
  repliers.set(handler, reply);
  return handler;
}

export function replierOf(handler: Handler): Replier | undefined {
  return repliers.get(handler);
}
