const LOAD_TIMEOUT_MS = 20_000;

/** Waits for a frame's page. Exactly one of the two is called, unless the wait is given up first. */
export function watchFrameLoad(
  frame: HTMLIFrameElement,
  onLoad: () => void,
  onFailure: (detail?: string) => void,
): () => void {
  const timer = setTimeout(() => {
    fail();
  }, LOAD_TIMEOUT_MS);

  function stop(): void {
    clearTimeout(timer);
    frame.removeEventListener('load', load);
    document.removeEventListener('securitypolicyviolation', violation);
  }

  function load(): void {
    stop();
    onLoad();
  }

  function fail(detail?: string): void {
    stop();
    onFailure(detail);
  }

  /** A frame that the host's policy blocks "loads" an error page, and would so pass for loaded. */
  function violation({
    blockedURI,
    effectiveDirective,
    disposition,
  }: SecurityPolicyViolationEvent): void {
    const isOfFrame =
      effectiveDirective === 'frame-src' && blockedURI !== '' && frame.src.startsWith(blockedURI);
    if (isOfFrame && disposition === 'enforce') fail('The frame-src of this page blocks it');
  }

  frame.addEventListener('load', load);
  document.addEventListener('securitypolicyviolation', violation);
  return stop;
}
