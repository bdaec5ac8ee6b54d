'use client';

import type { Integration } from '../../core/integrations/integration';

/**
 * Finds integrations by all words of a query, in any order, in name, description and names of workflows.
 * Neither case nor accents count: "cafe" finds "Café".
 */
export function createSearch(
  integrations: readonly Integration[],
): (query: string) => readonly Integration[] {
  const texts = integrations.map(({ name, description, workflows }) =>
    plain([name, description, ...workflows.map((workflow) => workflow.name)].join('\n')),
  );
  return (query) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    return words.length === 0
      ? integrations
      : integrations.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
