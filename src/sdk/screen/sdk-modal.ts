import { warnOnce } from '../../errors/warn-once';

/** The parts of what the SDK draws. */
export interface SdkModal {
  root: HTMLElement;
  mask: HTMLElement;
  container: HTMLElement;
  box: HTMLElement;
  frame: HTMLIFrameElement;
}

/** The SDK's modal by its parts, or null where it is not as alloy-frontend 1 and 2 draw it. */
export function findSdkModal(elements: Element[]): SdkModal | null {
  const [root, ...others] = elements;
  const [mask, container] = root?.children ?? [];
  const [box] = container?.children ?? [];
  const [frame] = box?.children ?? [];
  const isKnown =
    others.length === 0 &&
    root instanceof HTMLElement &&
    mask instanceof HTMLElement &&
    container instanceof HTMLElement &&
    box instanceof HTMLElement &&
    frame instanceof HTMLIFrameElement;
  return isKnown ? { root, mask, container, box, frame } : null;
}

/**
 * Mends what encoded parameters cannot, while the frame has not begun to load: a number such as 1e+21 in a
 * pre-filled value has a `+` that would arrive as a space, and `authenticate` names a callback.
 */
export function repairUrl(frame: HTMLIFrameElement): void {
  const src = frame.getAttribute('src');
  if (src) frame.src = src.replaceAll('+', '%2B').replace('&callback=', '');
}

export function warnOfUnknownSdk(): void {
  if (process.env.NODE_ENV === 'production') return;
  warnOnce(
    "This version of Alloy's SDK draws its modal in another way than versions 1 and 2. It opens and ends, but without the dialog's focus, Escape key and small-screen layout. Look for an update of alloy-react.",
  );
}
