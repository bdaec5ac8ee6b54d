'use client';

import { useEffect, useRef, useState, type ReactElement } from 'react';

interface CatalogIconProps {
  name: string;
  src: string | null;
}

/** Decorative, since the name stands beside it. Where there is no image or it fails: the first letter. */
export function CatalogIcon({ name, src }: CatalogIconProps): ReactElement {
  const [shown, setShown] = useState(src);
  const [failed, setFailed] = useState<string | null>(null);
  const image = useRef<HTMLImageElement>(null);

  // A signed address is another one with each answer. The image that is on screen stays until it fails.
  const isSame = shown !== failed && withoutQuery(shown) === withoutQuery(src);
  const address = isSame ? shown : src;
  if (address !== shown) setShown(address);

  function fail(): void {
    setFailed(address);
    setShown(src);
  }

  useEffect(() => {
    // It may have failed before React was there to hear of it.
    const element = image.current as Partial<HTMLImageElement> | null;
    if (element?.complete) element.decode?.().catch(() => setFailed(address));
  }, [address]);

  return (
    <span className="alloy-catalog-icon" aria-hidden="true">
      {address === null || address === failed ? (
        firstLetter(name)
      ) : (
        <img
          ref={image}
          src={address}
          className="alloy-catalog-image"
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={fail}
        />
      )}
    </span>
  );
}

function withoutQuery(address: string | null): string | undefined {
  return address?.split('?')[0];
}

/** As a reader counts letters: one that takes two code units, or an accent of its own, stays whole. */
function firstLetter(name: string): string {
  return (/\p{L}\p{M}*|\p{N}/u.exec(name)?.[0] ?? '').toUpperCase();
}
