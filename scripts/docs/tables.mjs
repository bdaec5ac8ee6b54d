/** The generated parts of the documentation as Markdown: what components draw in Storybook. */
import { readFileSync } from 'node:fs';
import { loadTs } from './load-ts.mjs';

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text) => (text ? `\`${text}\`` : '');
const plain = (text) => text.replace(/\{@link (\w+)[^}]*\}/g, '`$1`');

/** @param {import('./api-reference.mjs').Exported} exported */
export function memberTable({ members, inherits }) {
  const rows = members
    .filter(({ type }) => type !== 'never')
    .map(({ name, type, optional, text, byDefault }) => [
      code(optional ? `${name}?` : name),
      code(type),
      [plain(text), byDefault && `Default: ${code(byDefault)}`].filter(Boolean).join(' '),
    ]);
  const rest = inherits ? `\n\nIt also takes the native props of \`<${inherits}>\`.` : '';
  return `${table(['Name', 'Type', 'Description'], rows)}${rest}`;
}

/** @param {import('./api-reference.mjs').Entry} entry */
export function apiReference({ exports }) {
  return exports
    .map((exported) => {
      const { name, signature, text, members, throws, examples } = exported;
      return [
        `## ${name}`,
        plain(text),
        members.length > 0 ? memberTable(exported) : `\`\`\`ts\n${signature}\n\`\`\``,
        ...throws.map((thrown) => `Throws ${plain(thrown)}.`),
        ...examples,
      ]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');
}

export async function propertyTable() {
  const { readProperties } = await loadTs('stories/styling/properties.ts');
  const rows = readProperties(readFileSync('src/styles.css', 'utf8')).map(
    ({ name, paints, light, dark }) => [code(name), paints, code(light), code(dark)],
  );
  return table(['Property', 'Paints', 'Light', 'Dark'], rows);
}

export async function faultTable() {
  const { faultCases } = await loadTs('test/faults/support/cases.ts');
  const rows = faultCases.map(({ when, sees, code: error, requests }) => [
    when,
    sees,
    code(error),
    String(requests),
  ]);
  return table(['When…', 'the user sees', 'and you are told', 'requests'], rows);
}

export function overlayTable() {
  /** @type {Record<string, string[]>} */
  const overlays = JSON.parse(readFileSync('stories/overlays.json', 'utf8'));
  const rows = Object.entries(overlays).map(([library, names]) => [library, names.join('; ')]);
  return table(['Library', 'Overlays'], rows);
}

/** @param {import('./api-reference.mjs').Exported} event AlloyEvent */
export function eventTable({ signature }) {
  return `\`\`\`ts\n${signature}\n\`\`\``;
}
