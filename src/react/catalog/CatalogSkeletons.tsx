'use client';

import type { ReactElement } from 'react';

const COUNT = 6;

/** Where the first cards will be. */
export function CatalogSkeletons(): ReactElement {
  return (
    <div className="alloy-catalog-list" aria-hidden="true">
      {Array.from({ length: COUNT }, (_, index) => (
        <div key={index} className="alloy-catalog-card alloy-catalog-skeleton">
          <div className="alloy-catalog-header">
            <span className="alloy-catalog-icon" />
            <span className="alloy-catalog-line" />
          </div>
          <span className="alloy-catalog-line" />
          <span className="alloy-catalog-line" />
          <span className="alloy-catalog-line" />
        </div>
      ))}
    </div>
  );
}
