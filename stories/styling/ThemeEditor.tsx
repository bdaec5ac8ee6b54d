import { IntegrationButton, IntegrationCatalog } from 'alloy-react';
import { useState, type ReactElement } from 'react';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { cssOf, themes, type ThemeName } from './themes';
import './styling.css';

/** What one changes first, as inputs. */
const INPUTS = [
  { name: '--alloy-accent', label: 'Accent', type: 'color', start: '#18181b' },
  { name: '--alloy-on-accent', label: 'On accent', type: 'color', start: '#ffffff' },
  { name: '--alloy-surface', label: 'Surface', type: 'color', start: '#ffffff' },
  { name: '--alloy-text', label: 'Text', type: 'color', start: '#18181b' },
  { name: '--alloy-radius', label: 'Radius', type: 'text', start: '0.5rem' },
  { name: '--alloy-card-radius', label: 'Card radius', type: 'text', start: '0.75rem' },
] as const;

/** Tries a look on the real components, and gives it as CSS. */
export function ThemeEditor(): ReactElement {
  const [theme, setTheme] = useState<ThemeName>('Default');
  const [changes, setChanges] = useState<Record<string, string>>({});
  const [copied, setCopied] = useState(false);
  const properties: Record<string, string> = { ...themes[theme], ...changes };
  const css = cssOf(properties);

  function change(name: string, value: string): void {
    setChanges({ ...changes, [name]: value });
    setCopied(false);
  }

  return (
    <div className="theme-editor sb-unstyled">
      <form onSubmit={(event) => event.preventDefault()}>
        <label>
          Theme
          <select
            value={theme}
            onChange={({ target }) => {
              setTheme(target.value as ThemeName);
              setChanges({});
              setCopied(false);
            }}
          >
            {Object.keys(themes).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {INPUTS.map(({ name, label, type, start }) => (
          <label key={name}>
            {label}
            <input
              type={type}
              value={plain(properties[name], type) ?? start}
              onChange={({ target }) => change(name, target.value)}
            />
          </label>
        ))}
      </form>
      <div className="theme-preview" style={properties}>
        <CatalogSandbox>
          <p>
            <IntegrationButton integrationId="66326843cc9cdb107221f224" />
          </p>
          <IntegrationCatalog searchable={false} filter={({ name }) => /Shop|Sales/.test(name)} />
        </CatalogSandbox>
      </div>
      <div className="theme-css">
        <pre>
          <code>{css}</code>
        </pre>
        <button
          type="button"
          onClick={() => {
            void navigator.clipboard.writeText(css).then(() => setCopied(true));
          }}
        >
          Copy CSS
        </button>
        <span role="status">{copied ? 'Copied.' : ''}</span>
      </div>
    </div>
  );
}

/** A value that an input can show: of `var(--x, #fff)` what it falls back to. */
function plain(value: string | undefined, type: 'color' | 'text'): string | undefined {
  if (value === undefined || type === 'text') return value;
  return /#[0-9a-f]{6}/i.exec(value)?.[0];
}
