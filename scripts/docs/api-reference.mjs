/**
 * Reads the public API out of the source: what each entry exports, with its TSDoc. The reference of the documentation, the
 * Markdown for assistants and the check that nothing is undocumented go by it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} Member
 * @property {string} name
 * @property {string} type
 * @property {boolean} optional
 * @property {string} text what its TSDoc says, without tags
 * @property {string} byDefault
 *
 * @typedef {object} Exported
 * @property {string} name
 * @property {'component' | 'hook' | 'function' | 'class' | 'value' | 'type'} kind
 * @property {string} signature
 * @property {string} text
 * @property {string[]} throws
 * @property {string[]} examples as Markdown
 * @property {Member[]} members
 * @property {string} inherits an element whose props it takes besides, such as "button"
 *
 * @typedef {{ name: string, exports: Exported[] }} Entry
 */

/** The entries of the package that are code, by the file that each begins with. */
function entryFiles() {
  const files = {
    'alloy-react': 'src/index.ts',
    'alloy-react/server': 'src/server/index.ts',
    'alloy-react/testing': 'src/testing/index.ts',
    'alloy-react/testing/playwright': 'src/testing/playwright/index.ts',
    'alloy-react/testing/msw': 'src/testing/msw/index.ts',
    'alloy-react/devtools': 'src/devtools/index.ts',
  };
  const locales = existsSync('src/locales') ? readdirSync('src/locales') : [];
  for (const file of locales) {
    files[`alloy-react/locales/${file.replace(/\.ts$/, '')}`] = `src/locales/${file}`;
  }
  return Object.entries(files).filter(([, file]) => existsSync(file));
}

/** @returns {Entry[]} */
export function readApi() {
  const files = entryFiles();
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, resolve('.'));
  const program = ts.createProgram(
    files.map(([, file]) => resolve(file)),
    options,
  );
  const checker = program.getTypeChecker();
  return files.map(([name, file]) => {
    const source = program.getSourceFile(resolve(file));
    const module = source && checker.getSymbolAtLocation(source);
    const symbols = module ? checker.getExportsOfModule(module) : [];
    return {
      name,
      exports: symbols.map((symbol) => readExport(symbol, checker)).sort(byKindAndName),
    };
  });
}

const KINDS = ['component', 'hook', 'function', 'class', 'value', 'type'];

function byKindAndName(one, other) {
  const kinds = KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  return kinds === 0 ? one.name.localeCompare(other.name) : kinds;
}

/**
 * @param {ts.Symbol} exported
 * @param {ts.TypeChecker} checker
 * @returns {Exported}
 */
function readExport(exported, checker) {
  const symbol =
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const { name } = exported;
  const declaration = symbol.declarations?.[0];
  const tags = symbol.getJsDocTags(checker);
  return {
    name,
    kind: kindOf(name, symbol),
    signature: declaration ? signatureOf(declaration) : name,
    text: textOf(symbol, checker),
    throws: tagTexts(tags, 'throws'),
    examples: tagTexts(tags, 'example'),
    members: membersOf(symbol, checker),
    inherits: inheritedElement(declaration),
  };
}

function kindOf(name, { flags }) {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (!(flags & ts.SymbolFlags.Value)) return 'type';
  if (/^use[A-Z]/.test(name)) return 'hook';
  if (/^[A-Z]/.test(name)) return 'component';
  return flags & ts.SymbolFlags.Function ? 'function' : 'value';
}

/** The declaration without its body and its comments. */
function signatureOf(declaration) {
  const text = declaration.getText();
  if (ts.isFunctionDeclaration(declaration) && declaration.body) {
    const end = declaration.body.getStart() - declaration.getStart();
    return clean(text.slice(0, end));
  }
  if (ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)) {
    return clean(text.slice(0, text.indexOf('{')));
  }
  if (ts.isTypeAliasDeclaration(declaration)) return clean(text);
  return '';
}

function clean(text) {
  return text
    .replace(/\/\*\*[\s\S]*?\*\/\s*/g, '')
    .replace(/^export (default )?/, '')
    .trim();
}

function textOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
}

function tagTexts(tags, name) {
  return tags
    .filter((tag) => tag.name === name)
    .map((tag) => ts.displayPartsToString(tag.text).trim());
}

/** The properties of a type, those of all its variants together; what React or the DOM declare is left out. */
function membersOf(symbol, checker) {
  const hasMembers = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  if (!(symbol.flags & hasMembers)) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const variants = type.isUnion() ? type.types : [type];
  if (
    variants.some((variant) => !(variant.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)))
  ) {
    return [];
  }
  const found = new Map();
  for (const variant of variants) {
    for (const property of variant.getProperties()) {
      const member = readMember(property, checker);
      if (!member) continue;
      const known = found.get(member.name);
      if (!known) found.set(member.name, { ...member, count: 1 });
      else {
        known.count++;
        known.text ||= member.text;
        known.optional ||= member.optional;
        known.byDefault ||= member.byDefault;
        if (known.type === 'never') known.type = member.type;
        else if (member.type !== 'never' && !known.type.split(' | ').includes(member.type)) {
          known.type += ` | ${member.type}`;
        }
      }
    }
  }
  return [...found.values()].map(({ count, ...member }) => ({
    ...member,
    optional: member.optional || count < variants.length,
  }));
}

function readMember(property, checker) {
  const declaration = property.declarations?.[0];
  if (!declaration || declaration.getSourceFile().fileName.includes('node_modules')) return null;
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) return null;
  const tags = property.getJsDocTags(checker);
  return {
    name: property.name,
    type: typeOf(declaration, property, checker),
    optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
    text: [textOf(property, checker), ...tagTexts(tags, 'throws').map((text) => `Throws ${text}.`)]
      .filter(Boolean)
      .join(' '),
    byDefault: tagTexts(tags, 'default').join(' '),
  };
}

function typeOf(declaration, property, checker) {
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) {
    const parameters = declaration.parameters
      .map((parameter) => clean(parameter.getText()))
      .join(', ');
    return `(${parameters}) => ${declaration.type?.getText() ?? 'void'}`;
  }
  const written =
    'type' in declaration && declaration.type ? clean(declaration.type.getText()) : '';
  const text =
    written ||
    checker.typeToString(
      checker.getTypeOfSymbolAtLocation(property, declaration),
      declaration,
      ts.TypeFormatFlags.NoTruncation,
    );
  return text
    .replace(/\s*\|\s*undefined\b/, '')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '');
}

function inheritedElement(declaration) {
  const text =
    declaration && ts.isInterfaceDeclaration(declaration) ? signatureOf(declaration) : '';
  if (/ButtonHTMLAttributes/.test(text)) return 'button';
  return /HTMLAttributes/.test(text) ? 'section' : '';
}

/** What has no sentence of documentation, such as "alloy-react: AlloyError.code". */
export function undocumented(entries = readApi()) {
  return entries.flatMap(({ name, exports }) =>
    exports.flatMap((exported) => [
      ...(exported.text ? [] : [`${name}: ${exported.name}`]),
      ...exported.members
        .filter(({ text, byDefault, type }) => !text && !byDefault && type !== 'never')
        .map((member) => `${name}: ${exported.name}.${member.name}`),
    ]),
  );
}
