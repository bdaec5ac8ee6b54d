/**
 * The documentation as Markdown, built from the MDX: for assistants, and for readers without Storybook. It is in the static
 * build of Storybook and in the package.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readApi } from './api-reference.mjs';
import {
  apiReference,
  eventTable,
  faultTable,
  memberTable,
  overlayTable,
  propertyTable,
} from './tables.mjs';

const STORIES = 'stories';

/**
 * @typedef {{ id: string, title: string, summary: string, markdown: string }} Page
 * @returns {Promise<Record<string, string>>} texts by their path
 */
export async function documentation() {
  const api = readApi();
  const exported = new Map(api.flatMap((entry) => entry.exports.map((one) => [one.name, one])));
  const generated = {
    properties: await propertyTable(),
    faults: await faultTable(),
    overlays: overlayTable(),
    events: eventTable(exported.get('AlloyEvent')),
    members: (name) => memberTable(exported.get(name)),
    reference: (name) => apiReference(api.find((entry) => entry.name === name)),
  };
  const pages = readdirSync(STORIES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readPage(join(STORIES, name), generated))
    .sort(
      (one, other) => rank(one.title) - rank(other.title) || (one.title < other.title ? -1 : 1),
    );

  const files = Object.fromEntries(pages.map(({ id, markdown }) => [`docs/${id}.md`, markdown]));
  return {
    'llms.txt': index(pages),
    'llms-full.txt': pages.map(({ markdown }) => markdown).join('\n\n---\n\n'),
    ...files,
  };
}

const ORDER = [
  'Welcome',
  'Quick start',
  'How it works',
  'Components',
  'Hooks',
  'Recipes',
  'Guides',
];

function rank(title) {
  const place = ORDER.indexOf(title.split('/')[0]);
  return place < 0 ? ORDER.length : place;
}

/** @param {Page[]} pages */
function index(pages) {
  return `# alloy-react

> React components and hooks for products that embed Alloy (runalloy.com): the user's token, the connect modal, what is installed,
> and the backend half. This is not Alloy's own SDK.

- Install \`alloy-react\`. Use \`<AlloyProvider tokenUrl="…" userKey="…">\` around \`<IntegrationButton integrationId="…">\`.
- The API key belongs into the backend alone: \`createTokenHandler({ alloy: createAlloyClient({ apiKey }), identify })\`.
- Alloy's SDK \`alloy-frontend\` 2.1.1 has these methods and no others: install, authenticate, edit, update, setToken, setRegion,
  getWorkflows, getIntegrations, deactivate, reactivate. \`authenticate\` takes \`app\`, not \`appName\`. This package calls them for you.

## Pages

${pages.map(({ id, title, summary }) => `- [${title}](docs/${id}.md): ${summary}`).join('\n')}
`;
}

/** @returns {Page} */
function readPage(path, generated) {
  const mdx = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const stories = storiesOf(mdx, dirname(path));
  const title =
    /<Meta title="(.+?)"/.exec(mdx)?.[1] ?? /title: '(.+?)'/.exec(stories?.text ?? '')?.[1] ?? path;
  // What stands in code blocks is left alone.
  const markdown = mdx
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) => (part.startsWith('```') ? part : toMarkdown(part, stories, generated)))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const summary = /^# .+\n+([^\n#|<`][\s\S]*?)(?:\n\n|$)/m.exec(markdown)?.[1] ?? title;
  return {
    id: idOf(title),
    title,
    summary: (/^.*?[.?!](?=\s|$)/.exec(summary.replace(/\s+/g, ' '))?.[0] ?? summary).replace(
      /\[(.+?)\]\(.*?\)/g,
      '$1',
    ),
    markdown: `${markdown}\n`,
  };
}

function idOf(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function toMarkdown(text, stories, generated) {
  return text
    .replace(/^import .+;\n/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}\n?/g, '')
    .replace(/<Cards\n[\s\S]*?\n\/>/g, cards)
    .replace(/<Canvas of=\{\w+\.(\w+)\}.*?\/>/g, (_tag, name) => stories?.source(name) ?? '')
    .replace(/<MemberTable of="(\w+)" \/>/g, (_tag, name) => generated.members(name))
    .replace(/<ApiReference entry="(.+?)" \/>/g, (_tag, name) => generated.reference(name))
    .replace(/<PropertyTable \/>/g, generated.properties)
    .replace(/<FaultTable \/>/g, generated.faults)
    .replace(/<OverlayTable \/>/g, generated.overlays)
    .replace(/<EventTable \/>/g, generated.events)
    .replace(/<Changelog \/>/g, changelog)
    .replace(
      /<h([23]) id="(.+?)">(.+?)<\/h[23]>/g,
      (_tag, level, _id, name) => `${'#'.repeat(Number(level))} ${name}`,
    )
    .replace(/^\s*<\/?[A-Za-z]\w*(?: [^>]*)?\/?>\n?/gm, '')
    .replace(
      /\]\(\?path=\/docs\/([\w-]+?)--[\w-]+(#[\w-]+)?\)/g,
      (_link, id, hash = '') => `](${id}.md${hash})`,
    );
}

function cards(tag) {
  const found = tag.matchAll(/href: '(.+?)',\s+title: '(.+?)',\s+text: '(.+?)'/g);
  return [...found].map(([, href, title, text]) => `- [${title}](${href}): ${text}`).join('\n');
}

function changelog() {
  return existsSync('CHANGELOG.md')
    ? readFileSync('CHANGELOG.md', 'utf8').replace(/^# .+\n/, '')
    : 'Nothing is released yet.';
}

/** The stories of a page, and the source that each shows. */
function storiesOf(mdx, folder) {
  const from = /import \* as \w+ from '(.+?\.stories)'/.exec(mdx)?.[1];
  if (!from) return undefined;
  const path = join(folder, `${from}.tsx`);
  const text = readFileSync(path, 'utf8');
  return {
    text,
    source(name) {
      const story =
        new RegExp(`export const ${name}: Story = [\\s\\S]*?\\n};`).exec(text)?.[0] ?? '';
      const variable = (/showSource\((\w+)\)/.exec(story) ?? /showSource\((\w+)\)/.exec(text))?.[1];
      const file = variable && new RegExp(`import ${variable} from '(.+?)\\?raw'`).exec(text)?.[1];
      if (!file) return '';
      return `\`\`\`tsx\n${readFileSync(join(dirname(path), file), 'utf8').trim()}\n\`\`\``;
    },
  };
}
