import type { ReactElement } from 'react';
import { DocLink } from './DocLink';

interface Card {
  href: string;
  title: string;
  text: string;
}

/** Where to go next: links to pages of this site, each with a sentence. */
export function Cards({ cards }: { cards: readonly Card[] }): ReactElement {
  return (
    <ul className="docs-cards sb-unstyled">
      {cards.map(({ href, title, text }) => (
        <li key={href}>
          <DocLink href={href}>{title}</DocLink>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
