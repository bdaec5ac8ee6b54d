import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright';

const ALLOY_ORIGINS = 'https://*.runalloy.com/**';
const MODAL_PAGE = readFileSync(new URL('./alloy-page.html', import.meta.url), 'utf8');
const SDK_SOURCE = readFileSync(
  new URL('../../../node_modules/alloy-frontend/src/index.js', import.meta.url),
  'utf8',
);

/** npm's alloy-frontend, as a page has it from the hosted script. */
const HOSTED_SCRIPT = `(() => { const module = {};\n${SDK_SOURCE}\nwindow.Alloy = module.exports(); })();`;
export const HOSTED_SCRIPT_INTEGRITY = `sha384-${createHash('sha384').update(HOSTED_SCRIPT).digest('base64')}`;

export interface AlloyAnswers {
  /** The page in the modal. @default "loads" */
  page?: 'loads' | 'never' | 'waits-for-an-image';
  /** The hosted script. @default "loads" */
  script?: 'loads' | 'fails' | 'never' | 'is-empty';
}

/** One that never comes. */
const IMAGE = '/image.png';

interface Answer {
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What Alloy's origins answer to a request for this address, or nothing for ever. */
export function alloyAnswer(
  url: string,
  { page = 'loads', script = 'loads' }: AlloyAnswers = {},
): Answer | 'nothing' {
  if (!url.includes('/scripts/')) {
    const isStuck = page === 'never' || url.endsWith(IMAGE);
    const body = page === 'waits-for-an-image' ? `${MODAL_PAGE}<img src="${IMAGE}">` : MODAL_PAGE;
    return isStuck ? 'nothing' : { contentType: 'text/html', body };
  }
  if (script === 'never') return 'nothing';
  if (script === 'fails') return { status: 503 };
  return {
    contentType: 'text/javascript',
    headers: { 'access-control-allow-origin': '*' },
    body: script === 'loads' ? HOSTED_SCRIPT : '',
  };
}

const answersIn = new WeakMap<BrowserContext, AlloyAnswers>();

/**
 * Answers Alloy's origins for this context of Playwright's from now on, with test/browser/support/alloy-page.html.
 *
 * By one route whose answers change, so that no request finds the one taken away and the next not there yet.
 */
export async function answerAlloyIn(
  context: BrowserContext,
  answers: AlloyAnswers = {},
): Promise<void> {
  const isRouted = answersIn.has(context);
  answersIn.set(context, answers);
  if (isRouted) return;
  await context.route(ALLOY_ORIGINS, (route) => {
    const answer = alloyAnswer(route.request().url(), answersIn.get(context));
    return answer === 'nothing' ? undefined : route.fulfill(answer);
  });
}
