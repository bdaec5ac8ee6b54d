import type { IncomingMessage, ServerResponse } from 'node:http';
import { withDeadline } from '../../shared/deadline';
import { systemTimers } from '../../shared/timers';
import { isWellFormed } from '../client/checked-id';
import type { AlloyUserInput } from '../client/contract';
import { nativeOf } from '../node/node-request';

/**
 * Tells who is signed in, from the host app's own session; null when nobody is. Never from the URL or the body: whoever
 * asks could name anyone there.
 *
 * @param native what the server framework gave `toNodeHandler`, such as `native.req.session` of Express. undefined
 * without `toNodeHandler`.
 */
export type Identify = (
  request: Request,
  native?: { req: IncomingMessage; res: ServerResponse },
) => AlloyUserInput | null | Promise<AlloyUserInput | null>;

/** Long enough for a slow session store, and short enough to leave time for Alloy. */
const TIMEOUT_MS = 5_000;

export class IdentifyTimeout extends Error {
  override readonly name = 'IdentifyTimeout';
}

/** @throws IdentifyTimeout, what `identify` throws, or an error about what it returned */
export async function identifyUser(
  identify: Identify,
  request: Request,
  where: string,
): Promise<AlloyUserInput | null> {
  const native = nativeOf(request);
  const answer: unknown = native ? identify(request, native) : identify(request);
  const user = isThenable(answer) ? await inTime(answer, where) : answer;
  if (user === null || user === undefined) return null;
  const { username, fullName } = user as AlloyUserInput;
  if (typeof username === 'string' && username && isWellFormed(username)) {
    return { username, fullName };
  }
  throw new Error(
    `${where}: identify must give { username }, a string that is not empty and is well-formed Unicode, or null when nobody is signed in.`,
  );
}

function inTime(answer: PromiseLike<unknown>, where: string): Promise<unknown> {
  return withDeadline(() => answer, {
    ms: TIMEOUT_MS,
    clock: systemTimers,
    onTimeout: () =>
      new IdentifyTimeout(`${where}: identify gave no answer within ${TIMEOUT_MS} ms.`),
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
