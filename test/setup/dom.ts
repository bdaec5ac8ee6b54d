import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// For a busy machine.
configure({ asyncUtilTimeout: 5000 });

afterEach(cleanup);

// In jest-fixed-jsdom, and wherever else a signal is Node's, jsdom refuses it. Here it is jsdom's own and would pass.
refuseSignals(EventTarget.prototype);
// Vitest gives the window one of its own.
refuseSignals(window);

function refuseSignals(target: EventTarget): void {
  const { addEventListener } = target;
  target.addEventListener = function (type, listener, options) {
    if (typeof options === 'object' && options.signal)
      throw new TypeError(`addEventListener('${type}') is given a signal, which jsdom may refuse.`);
    addEventListener.call(this, type, listener, options);
  };
}
