/** Ready looks: custom properties for `:root`. Values are plain CSS, so that they can be copied. */
export const themes = {
  Default: {},
  'shadcn/ui': {
    '--alloy-accent': 'var(--primary, #18181b)',
    '--alloy-accent-hover': 'color-mix(in oklab, var(--primary, #18181b) 90%, transparent)',
    '--alloy-on-accent': 'var(--primary-foreground, #fafafa)',
    '--alloy-surface': 'var(--card, #ffffff)',
    '--alloy-surface-muted': 'var(--muted, #f4f4f5)',
    '--alloy-text': 'var(--card-foreground, #09090b)',
    '--alloy-text-muted': 'var(--muted-foreground, #5f5f69)',
    '--alloy-border': 'var(--border, #e4e4e7)',
    '--alloy-focus': 'var(--ring, #71717a)',
    '--alloy-radius': 'calc(var(--radius, 0.625rem) - 2px)',
    '--alloy-card-radius': 'calc(var(--radius, 0.625rem) + 4px)',
  },
  MUI: {
    '--alloy-font': 'Roboto, Helvetica, Arial, sans-serif',
    '--alloy-accent': 'var(--mui-palette-primary-main, #1976d2)',
    '--alloy-accent-hover': 'var(--mui-palette-primary-dark, #1565c0)',
    '--alloy-on-accent': 'var(--mui-palette-primary-contrastText, #ffffff)',
    '--alloy-surface': 'var(--mui-palette-background-paper, #ffffff)',
    '--alloy-text': 'var(--mui-palette-text-primary, #212121)',
    '--alloy-text-muted': 'var(--mui-palette-text-secondary, #5f5f5f)',
    '--alloy-border': 'var(--mui-palette-divider, #e0e0e0)',
    '--alloy-switch-on': 'var(--mui-palette-primary-main, #1976d2)',
    '--alloy-focus': 'var(--mui-palette-primary-main, #1976d2)',
    '--alloy-radius': '4px',
    '--alloy-card-radius': '4px',
  },
  'A brand': {
    '--alloy-font': "Georgia, 'Times New Roman', serif",
    '--alloy-accent': '#5b21b6',
    '--alloy-accent-hover': '#4c1d95',
    '--alloy-on-accent': '#ffffff',
    '--alloy-surface': '#fffdf8',
    '--alloy-surface-muted': '#f5efe3',
    '--alloy-text': '#2c2118',
    '--alloy-text-muted': '#6b5a49',
    '--alloy-border': '#e6dac6',
    '--alloy-switch-on': '#5b21b6',
    '--alloy-focus': '#5b21b6',
    '--alloy-radius': '999px',
    '--alloy-card-radius': '1.25rem',
  },
} as const satisfies Record<string, Record<string, string>>;

export type ThemeName = keyof typeof themes;

/** A theme as a rule that can be pasted. */
export function cssOf(properties: Record<string, string>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return [':root {', ...lines, '}'].join('\n');
}
