import { createElement, useEffect } from 'react';

const COUNT = 1_000;

/** A thousand of a component. Their host renders them again with new props, and hears when all are there. */
export function Rows({ of, text, onReady }) {
  useEffect(onReady);
  return (
    <div>
      {Array.from({ length: COUNT }, (_, index) =>
        createElement(of, { key: index, id: `i${index}`, text: `${text} ${index}`, onDone: done }),
      )}
    </div>
  );
}

function done() {
  // The host's own business.
}
