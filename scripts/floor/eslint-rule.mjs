import { cssFeatures } from './css-features.mjs';
import { lackingOf } from './floor.mjs';
import { scriptFeature } from './script-feature.mjs';

/** Methods that take a selector, and those that take CSS. */
const SELECTORS = ['matches', 'closest', 'querySelector', 'querySelectorAll'];
const STYLES = ['insertRule', 'replaceSync'];

/**
 * Refuses what a browser of the floor lacks, by MDN's data: every name that TypeScript finds in the types of the
 * browser or of JavaScript, and the CSS in selectors and rules. The option lists what is guarded, and where.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const browserFloor = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array' }],
    messages: {
      lacking:
        '{{feature}} is missing in {{browsers}}. Guard it, and list it in scripts/floor/guarded.mjs.',
    },
  },
  create(context) {
    /** @type {{ feature: string, within: string }[]} */
    const guarded = context.options[0] ?? [];
    const here = guarded.filter(({ within }) => context.filename.includes(within));
    /** @type {Record<'getSymbolAtLocation' | 'getTypeAtLocation', (node: any) => any>} */
    const services = context.sourceCode.parserServices;

    /**
     * @param {any} node
     * @param {Iterable<string>} features
     */
    function report(node, features) {
      for (const { feature, browsers } of lackingOf(features)) {
        if (here.some((each) => each.feature === feature)) continue;
        const data = { feature, browsers: browsers.join(', ') };
        context.report({ node, messageId: 'lacking', data });
      }
    }

    /**
     * @param {any} node
     * @param {import('typescript').Symbol | undefined} symbol
     */
    function checkName(node, symbol = services.getSymbolAtLocation(node)) {
      const feature = scriptFeature(symbol);
      if (feature) report(node, [feature]);
    }

    return {
      'MemberExpression > Identifier.property': (node) => checkName(node),
      'MemberExpression > Identifier.object': (node) => checkName(node),
      ':matches(NewExpression, CallExpression) > Identifier.callee': (node) => checkName(node),
      /** @param {any} node */
      'ObjectPattern > Property > Identifier.key'(node) {
        const type = services.getTypeAtLocation(node.parent.parent);
        checkName(node, type.getProperty(node.name));
      },
      /** @param {any} node */
      'CallExpression > MemberExpression.callee'(node) {
        const { name } = node.property;
        const [argument] = node.parent.arguments;
        const text = argument && textOf(argument);
        if (!text) return;
        if (SELECTORS.includes(name)) report(argument, cssFeatures(`${text} {}`).keys());
        if (STYLES.includes(name)) report(argument, cssFeatures(text).keys());
      },
    };
  },
};

/**
 * A string, or a template with a word in place of each value.
 *
 * @param {any} node
 * @returns {string | undefined}
 */
function textOf({ value, quasis }) {
  if (typeof value === 'string') return value;
  return quasis?.map((/** @type {any} */ each) => each.value.cooked).join('value');
}
