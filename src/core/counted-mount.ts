/**
 * Counts who is mounted: the first one starts something, and the last one to leave ends it. StrictMode and hot reload
 * leave and come back at once, which is not an end.
 *
 * @param onNone called at once when nobody is left, whether or not somebody comes back
 */
export function createCountedMount(
  onFirst: () => void,
  onLast: () => void,
  onNone?: () => void,
): () => () => void {
  let mounts = 0;
  return () => {
    if (mounts === 0) onFirst();
    mounts++;
    return () => {
      mounts--;
      if (mounts === 0) onNone?.();
      queueMicrotask(() => {
        if (mounts === 0) onLast();
      });
    };
  };
}
