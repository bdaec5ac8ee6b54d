import { create, type ThemeVars } from 'storybook/theming';

export type Scheme = 'light' | 'dark';
export type SchemeChoice = Scheme | 'system';

const STORED = 'alloy-react:scheme';
const FONT = "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** The look of the site: manager, pages and stories share it. */
export const themes: Record<Scheme, ThemeVars> = {
  light: create({
    base: 'light',
    ...brand('light'),
    colorPrimary: '#18181b',
    colorSecondary: '#2a5ae0',
    appBg: '#f7f7f8',
    appContentBg: '#ffffff',
    appPreviewBg: '#ffffff',
    appBorderColor: '#e2e2e6',
    barBg: '#ffffff',
    textColor: '#18181b',
    textMutedColor: '#5b5b65',
  }),
  dark: create({
    base: 'dark',
    ...brand('dark'),
    colorPrimary: '#f4f4f5',
    colorSecondary: '#8fb0ff',
    appBg: '#151517',
    appContentBg: '#1b1b1e',
    appPreviewBg: '#1b1b1e',
    appBorderColor: '#34343a',
    barBg: '#1b1b1e',
    textColor: '#f4f4f5',
    textMutedColor: '#a9a9b3',
  }),
};

function brand(scheme: Scheme): Partial<ThemeVars> {
  return {
    brandTitle: 'alloy-react',
    brandImage: `./logo-${scheme}.svg`,
    brandUrl: './',
    brandTarget: '_self',
    fontBase: FONT,
    appBorderRadius: 8,
    inputBorderRadius: 6,
  };
}

const prefersDark = globalThis.matchMedia('(prefers-color-scheme: dark)');

export function schemeOf(choice: unknown): Scheme {
  if (choice === 'light' || choice === 'dark') return choice;
  return prefersDark.matches ? 'dark' : 'light';
}

/** Returns a function that stops it. */
export function onSystemScheme(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  return () => prefersDark.removeEventListener('change', listener);
}

export function storedChoice(): SchemeChoice {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    // A browser that keeps nothing for this site.
    return 'system';
  }
}

export function storeChoice(choice: SchemeChoice): void {
  try {
    localStorage.setItem(STORED, choice);
  } catch {
    // The choice then lasts as long as the page.
  }
}
