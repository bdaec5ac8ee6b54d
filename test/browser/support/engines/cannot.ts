/** Where the tests run: an engine, and what drives it. */
export type Engine = 'chromium' | 'firefox' | 'webkit' | 'webkitgtk';

interface Cannot {
  /** What the driver cannot do. */
  reason: string;
  /** A file, or tests of it by their names behind " > ". */
  tests: string[];
}

const SCREENS = 'test/browser/modal/screens.test.ts';
const PAGE = 'test/browser/modal/page.test.ts';
const GESTURES = 'test/browser/modal/gestures.test.ts';

const NO_DEVTOOLS: Cannot = {
  reason: 'it takes the protocol of Chromium’s developer tools',
  tests: [
    'test/browser/catalog/speed.test.tsx',
    `${SCREENS} > the round corners of a phone cut nothing off`,
    'test/browser/modal/announcements.test.tsx',
    'test/browser/button/look.test.tsx > with the stylesheet > its name is its label alone, though it has room for all of them',
  ],
};

const VAUL_CLOSES: Cannot = {
  reason:
    'a drawer of vaul takes the press of this driver for a swipe and closes, with any button in it',
  tests: ['test/browser/modal/overlays.test.tsx > vaul Drawer'],
};

/** What the driver of an engine cannot do. All else is expected to pass there. */
const CANNOT: Record<Engine, readonly Cannot[]> = {
  chromium: [],
  firefox: [
    NO_DEVTOOLS,
    VAUL_CLOSES,
    {
      reason: 'the driver has no touch screen',
      tests: [
        `${SCREENS} > on a phone of 320 x 480 all of it can be seen and tapped`,
        `${SCREENS} > on a phone of 390 x 700 all of it can be seen and tapped`,
        `${SCREENS} > on a phone of 700 x 320 all of it can be seen and tapped`,
        `${SCREENS} > a virtual keyboard lies beside it, not over it`,
        `${GESTURES} > a double tap opens the modal, and a tap later on closes it`,
      ],
    },
    {
      reason: 'the driver changes no preference of the user',
      tests: [
        `${SCREENS} > while its page loads > the skeleton moves, but for those who asked for less of that`,
        `${SCREENS} > while its page loads > in forced colours a line shows where it ends`,
      ],
    },
    {
      reason: 'the driver keeps no page in the back/forward cache',
      tests: [
        `${PAGE} > a page that comes back from the back/forward cache has its modal still, and at work`,
      ],
    },
  ],
  webkit: [NO_DEVTOOLS],
  webkitgtk: [
    VAUL_CLOSES,
    {
      reason: 'WebDriver drives the page of the tests alone, not one beside it',
      tests: [
        SCREENS,
        PAGE,
        GESTURES,
        'test/browser/catalog/speed.test.tsx',
        'test/browser/isolated-frame.test.ts',
      ],
    },
    NO_DEVTOOLS,
    {
      reason: 'WebDriver takes no picture of an element that Vitest compares',
      tests: ['test/browser/modal/look.test.tsx'],
    },
    {
      reason: 'WebKitGTK hands over a body that was cut off as if it were whole',
      tests: ['half-close', 'short body', 'broken gzip'].map(
        (how) =>
          `test/faults/faults.test.tsx > when the connection fails once: ${how}, the user sees the modal`,
      ),
    },
    {
      reason:
        'the second request for one address fails here once and is made again, so the count is off',
      tests: ['401', 'a login page', 'a token that has ended'].map(
        (answer) =>
          `test/faults/faults.test.tsx > when a refresh is answered ${answer} while the old token lives, the user sees the modal`,
      ),
    },
  ],
};

/** Why a test is skipped here, if it is. */
export function whyItCannot(engine: Engine, test: string): string | undefined {
  return CANNOT[engine].find(({ tests }) =>
    tests.some((name) => test === name || test.startsWith(`${name} > `)),
  )?.reason;
}
