'use client';

import { useState, type ReactElement } from 'react';

interface CatalogIconProps {
  name: string;
  src: string | null;
}

/** Decorative, since the name stands beside it. Where there is no image or it fails: the first letter. */
export function CatalogIcon({ name, src }: CatalogIconProps): ReactElement {
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <span className="alloy-catalog-icon" aria-hidden="true">
      {src === null || hasFailed ? (
        firstLetter(name)
      ) : (
        <img
          src={src}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setHasFailed(true)}
        />
      )}
    </span>
  );
}

/** As a reader counts letters: one that takes two code units, or an accent of its own, stays whole. */
function firstLetter(name: string): string {
  return (/\p{L}\p{M}*|\p{N}/u.exec(name)?.[0] ?? '').toUpperCase();
}
