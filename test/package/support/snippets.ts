import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code block of a document, as a file that can be type-checked. */
export interface Snippet {
  document: string;
  /** The document's line on which the code begins. */
  line: number;
  /** Relative to the document's other snippets, which may import it when it has a title. */
  file: string;
  /** What a comment before the block declares for it, on one line. */
  given: string;
  code: string;
}

const BLOCK =
  /(?:(?:<!--|\{\/\*) given: (?<given>.+?) (?:-->|\*\/\})\n+)?^(?<indent> *)```(?<language>[jt]sx?)\b(?<info>.*)\n(?<code>[\s\S]*?)^\k<indent>```/gm;

const GIVEN_FILE = /(?:<!--|\{\/\*) given (?<file>\S+): (?<code>.+?) (?:-->|\*\/\})/g;

/**
 * The TypeScript and JavaScript of a Markdown or MDX document. What a block leaves out, a comment before it gives:
 * `<!-- given: declare const user: { id: string }; -->` (in MDX in braces). A module of the reader's own is given to all
 * blocks by `<!-- given session.ts: export ... -->`, and `title="src/alloy.ts"` behind its language makes a block one.
 */
export function snippetsOf(document: string): Snippet[] {
  const text = readFileSync(document, 'utf8');
  const folder = document.replace(/\.\w+$/, '');
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;

  const modules = [...text.matchAll(GIVEN_FILE)].map(({ index, groups = {} }) => ({
    document,
    line: lineAt(index),
    file: join(folder, groups.file ?? ''),
    given: '',
    code: groups.code ?? '',
  }));
  const blocks = [...text.matchAll(BLOCK)].map(({ index, groups = {}, 0: block }, position) => {
    const { given = '', indent = '', language = 'ts', info = '', code = '' } = groups;
    const title = /title="(.+?)"/.exec(info)?.[1];
    return {
      document,
      line: lineAt(index + block.indexOf('```')) + 1,
      file: join(folder, title ?? `snippet-${position + 1}.${language}`),
      given,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
  return [...modules, ...blocks];
}
