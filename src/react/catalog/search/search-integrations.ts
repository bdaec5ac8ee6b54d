'use client';

import type { Integration } from '../../../core/integrations/integration';
import { foldText } from './fold-text';

/** An integration that did not change is not folded again, whatever list it is in. */
const folded = new WeakMap<Integration, string>();

/**
 * Finds integrations by all words of a query, in any order, in name, description and names of workflows.
 *
 * @param isKept one that is shown whatever is searched for
 */
export function searchIntegrations(
  integrations: readonly Integration[],
  query: string,
  isKept: (integration: Integration) => boolean,
): readonly Integration[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return integrations;
  return integrations.filter((integration) => {
    const text = textOf(integration);
    return isKept(integration) || words.every((word) => text.includes(word));
  });
}

function textOf(integration: Integration): string {
  const { name, description, workflows } = integration;
  const text =
    folded.get(integration) ??
    foldText([name, description, ...workflows.map((workflow) => workflow.name)].join('\n'));
  folded.set(integration, text);
  return text;
}
