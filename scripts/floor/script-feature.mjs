import { isKnown } from './floor.mjs';

/** Mixins of TypeScript's types, with the interface that MDN's data tells of in their place. */
const MIXED_INTO = {
  ARIAMixin: ['Element'],
  Animatable: ['Element'],
  AnimationFrameProvider: ['Window'],
  Body: ['Response', 'Request'],
  ChildNode: ['Element'],
  DocumentOrShadowRoot: ['Document'],
  ElementCSSInlineStyle: ['HTMLElement'],
  GlobalEventHandlers: ['Element', 'HTMLElement'],
  HTMLOrSVGElement: ['HTMLElement'],
  NonDocumentTypeChildNode: ['Element'],
  NonElementParentNode: ['Document'],
  ParentNode: ['Element'],
  WindowOrWorkerGlobalScope: ['Window'],
};

/**
 * The path in MDN's data of what a name in the code means, if it is of the browser or of JavaScript.
 *
 * @param {import('typescript').Symbol | undefined} symbol
 * @returns {string | undefined}
 */
export function scriptFeature(symbol) {
  return symbol?.declarations?.flatMap((each) => pathsOf(each, symbol.name)).find(isKnown);
}

/**
 * @param {import('typescript').Declaration} declaration
 * @param {string} name
 * @returns {string[]}
 */
function pathsOf(declaration, name) {
  const file = declaration.getSourceFile().fileName.split('/').at(-1) ?? '';
  if (!/^lib\..*\.d\.ts$/.test(file)) return [];
  const owner = ownerOf(declaration);
  if (!file.startsWith('lib.dom')) return ofJavaScript(owner, name);
  if (!owner) return [`api.${name}`, `api.Window.${name}`];
  if (/^CSSStyle(Declaration|Properties)$/.test(owner.name)) {
    return [`css.properties.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`];
  }
  const interfaces = [owner.name, ...(MIXED_INTO[/** @type {'Body'} */ (owner.name)] ?? [])];
  return interfaces.map((each) => `api.${each}.${name}${owner.isStatic ? '_static' : ''}`);
}

/**
 * @param {{ name: string } | undefined} owner
 * @param {string} name
 */
function ofJavaScript(owner, name) {
  return [
    `javascript.builtins.${owner ? `${owner.name.replace(/Constructor$/, '')}.` : ''}${name}`,
  ];
}

/**
 * The interface that a member is of, or the variable for those of a constructor.
 *
 * @param {any} declaration
 * @returns {{ name: string, isStatic: boolean } | undefined}
 */
function ownerOf({ parent }) {
  // `declare var AbortSignal: { any(…): … }`
  const owner = parent?.members && !parent.name ? parent.parent : parent;
  return owner?.name ? { name: owner.name.text, isStatic: owner !== parent } : undefined;
}
