/** What "Show code" shows: the text of a file that is compiled, linted and run as it stands. */
export function showSource(code: string): {
  docs: { source: { code: string; language: 'tsx' } };
} {
  return { docs: { source: { code, language: 'tsx' } } };
}
