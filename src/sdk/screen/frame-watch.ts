import type { AlloyErrorFacts } from '../../errors/messages';

const LOAD_TIMEOUT_MS = 20_000;
const HIDDEN_TIMEOUT_MS = 30_000;

export type FrameFailure =
  | { code: 'modal/timeout' }
  /** The page cannot load, however long one waits. */
  | { code: 'modal/unreachable'; facts: AlloyErrorFacts };

export interface FrameWatch {
  /** The page has sent a message. */
  onMessage(): void;
  stop(): void;
}

interface FrameListener {
  /** Nobody sees the page, which may never ask to be shown. */
  isHidden(): boolean;
  /** The page is there: it has loaded, or has sent a message while an image of it is still on its way. */
  onAlive(): void;
  /** Called once at most; the watch has ended then. */
  onFailure(failure: FrameFailure): void;
}

/** Waits for a frame's page, and has an end to every wait. */
export function watchFrame(frame: HTMLIFrameElement, listener: FrameListener): FrameWatch {
  const { ownerDocument } = frame;
  let timer = setTimeout(onTimeout, LOAD_TIMEOUT_MS);
  let wasHeard = false;

  function stop(): void {
    clearTimeout(timer);
    frame.removeEventListener('load', onLoad);
    ownerDocument.removeEventListener('securitypolicyviolation', onViolation);
  }

  function fail(failure: FrameFailure): void {
    stop();
    listener.onFailure(failure);
  }

  function onTimeout(): void {
    fail({ code: 'modal/timeout' });
  }

  function onAlive(): void {
    clearTimeout(timer);
    listener.onAlive();
    if (listener.isHidden()) timer = setTimeout(onHiddenTimeout, HIDDEN_TIMEOUT_MS);
  }

  function onHiddenTimeout(): void {
    if (listener.isHidden()) onTimeout();
  }

  function onLoad(): void {
    // The browser puts a page of its own in place of one that this policy keeps out, and that loads.
    if (!wasHeard && ownerDocument.defaultView?.crossOriginIsolated) {
      const detail = 'This page is cross-origin isolated';
      fail({ code: 'modal/unreachable', facts: { detail } });
    } else onAlive();
  }

  /** A frame that the host's policy blocks "loads" an error page, and would so pass for loaded. */
  function onViolation({
    blockedURI,
    effectiveDirective,
    disposition,
  }: SecurityPolicyViolationEvent): void {
    const isOfFrame =
      effectiveDirective === 'frame-src' && blockedURI !== '' && frame.src.startsWith(blockedURI);
    if (!isOfFrame || disposition !== 'enforce') return;
    fail({
      code: 'modal/unreachable',
      facts: { detail: 'It is blocked by frame-src of this page' },
    });
  }

  frame.addEventListener('load', onLoad, { once: true });
  ownerDocument.addEventListener('securitypolicyviolation', onViolation);
  return {
    onMessage() {
      wasHeard = true;
      onAlive();
    },
    stop,
  };
}
