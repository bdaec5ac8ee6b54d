/** What "Show code" shows: the text of a file that is compiled, linted and run as it stands. */
export function showSource(code: string): {
  docs: { source: { code: string; language: 'tsx' } };
} {
  return { docs: { source: { code, language: 'tsx' } } };
}

/** For a story that shows what a click or a test does: it is no page of its own between the documentation. */
export const NOT_IN_THE_SIDEBAR = { tags: ['!dev', '!autodocs'] };
