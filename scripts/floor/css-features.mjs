import { parse, walk } from 'css-tree';
import { isKnown } from './floor.mjs';

/** Where MDN's data keeps functions of values. */
const FUNCTIONS = [
  'css.types',
  'css.types.color',
  'css.types.length',
  'css.types.transform-function',
];

/**
 * The features that CSS uses, by their paths in MDN's data: properties, their values, functions, at-rules, selectors.
 *
 * @param {string} css a style sheet
 * @returns {Map<string, number>} each with the line where it stands first
 */
export function cssFeatures(css) {
  /** @type {Map<string, number>} */
  const features = new Map();
  walk(parse(css, { positions: true, parseCustomProperty: true }), {
    /** @this {{ declaration?: { property: string } | null, atrule?: { name: string } | null }} */
    enter(node) {
      for (const path of pathsOf(node, this)) {
        if (isKnown(path) && !features.has(path)) features.set(path, node.loc?.start.line ?? 0);
      }
    },
  });
  return features;
}

/**
 * @param {any} node
 * @param {{ declaration?: { property: string } | null, atrule?: { name: string } | null }} place
 * @returns {string[]}
 */
function pathsOf(node, { declaration, atrule }) {
  switch (node.type) {
    case 'Declaration':
      return [`css.properties.${node.property}`];
    case 'Identifier':
      return declaration ? [`css.properties.${declaration.property}.${node.name}`] : [];
    case 'Function':
      return FUNCTIONS.map((folder) => `${folder}.${node.name}`);
    case 'Dimension':
      return [`css.types.length.viewport_percentage_units_${viewport(node.unit)}`];
    case 'Atrule':
      return [`css.at-rules.${node.name}`];
    case 'Feature':
      return [`css.at-rules.${atrule?.name}.${node.name}`];
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return [`css.selectors.${node.name}`];
    case 'NestingSelector':
      return ['css.selectors.nesting'];
    default:
      return [];
  }
}

/** @param {string} unit */
function viewport(unit) {
  const [, kind] = /^([sld])v/.exec(unit) ?? [];
  return { s: 'small', l: 'large', d: 'dynamic' }[kind ?? ''] ?? 'none';
}
