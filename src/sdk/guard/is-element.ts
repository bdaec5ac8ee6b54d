/** Of whatever window: an element of a frame is no instance of this window's Element. */
export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && (value as Partial<Node>).nodeType === 1;
}
