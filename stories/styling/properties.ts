export interface StyleProperty {
  name: string;
  light: string;
  dark: string;
  /** What it paints. */
  paints: string;
}

const PAINTS: Record<string, string> = {
  '--alloy-font': 'the font of all components and of the dialog',
  '--alloy-radius': 'corners of buttons, fields and small parts',
  '--alloy-gap': 'between an icon and its text',
  '--alloy-control-height': 'the least height of buttons and fields',
  '--alloy-card-radius': 'corners of cards',
  '--alloy-duration': 'how long a change of colour takes, when it goes back',
  '--alloy-accent': 'a button',
  '--alloy-accent-hover': 'a button under the pointer',
  '--alloy-accent-active': 'a button that is pressed',
  '--alloy-on-accent': 'the text on a button',
  '--alloy-surface': 'cards, fields, quiet buttons and the dialog',
  '--alloy-surface-muted': 'skeletons and buttons that wait',
  '--alloy-text': 'text',
  '--alloy-text-muted': 'text that matters less',
  '--alloy-border': 'edges of cards and of quiet buttons',
  '--alloy-success': 'text that says “Installed”, the dot of “Connected”',
  '--alloy-danger': 'text of a failure',
  '--alloy-danger-surface': 'the ground of such text',
  '--alloy-danger-border': 'its edge',
  '--alloy-control-border': 'edges of fields',
  '--alloy-switch-on': 'a switch that is on',
  '--alloy-switch-off': 'a switch that is off',
  '--alloy-switch-knob': 'the knob of a switch',
  '--alloy-notice': 'text that says “Update available”',
  '--alloy-focus': 'the ring around what has the focus',
  '--alloy-shadow': 'the shadow of buttons and cards',
  '--alloy-backdrop': 'what lies over the page while the modal is open',
  '--alloy-dialog-radius': 'corners of the modal',
  '--alloy-dialog-shadow': 'the shadow of the modal',
};

const DECLARATION = /(--alloy-[a-z-]+):\s*([^;]+);/g;
/** The blocks of the stylesheet that give the properties their defaults. */
const DEFAULTS = /:where\(:root, :host\)\s*\{([^}]+)\}/g;

/** The custom properties that a stylesheet gives a default, in its order. */
export function readProperties(css: string): StyleProperty[] {
  const values = new Map<string, string>();
  for (const [, block = ''] of css.matchAll(DEFAULTS)) {
    for (const [, name = '', value = ''] of block.matchAll(DECLARATION)) {
      values.set(name, value.replace(/\s+/g, ' ').trim());
    }
  }
  return [...values].map(([name, value]) => ({
    name,
    light: inScheme(value, 0),
    dark: inScheme(value, 1),
    paints: PAINTS[name] ?? '',
  }));
}

/** `light-dark(a, b)` as it is in one scheme, wherever it stands in a value. */
function inScheme(value: string, scheme: 0 | 1): string {
  return value.replace(
    /light-dark\(((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)/g,
    (_whole, light: string, dark: string) => (scheme === 0 ? light : dark).trim(),
  );
}
