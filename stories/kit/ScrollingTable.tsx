import type { ComponentProps, ReactElement } from 'react';

/** A table that is wider than a phone scrolls in a box of its own, so that the page does not. */
export function ScrollingTable(props: ComponentProps<'table'>): ReactElement {
  return (
    // A box that scrolls has to be in reach of the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="docs-table" role="group" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}
