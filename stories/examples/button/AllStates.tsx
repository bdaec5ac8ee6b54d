import 'alloy-react/styles.css';

/** Plain markup with the class and the data attributes of the button, to try a theme on. */
export function AllStates() {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
      <Look state="idle" label="Connect" />
      <Look state="loading" label="Opening…" />
      <Look state="open" label="Connecting…" />
      <Look state="success" label="Connected" installed />
      <Look state="error" label="Try again" />
      <Look state="idle" label="Connect" disabled />
    </div>
  );
}

interface LookProps {
  state: string;
  label: string;
  installed?: boolean;
  disabled?: boolean;
}

function Look({ state, label, installed, disabled }: LookProps) {
  return (
    <button
      type="button"
      className="alloy-button"
      data-alloy-state={state}
      data-installed={installed}
      disabled={disabled}
    >
      <span className="alloy-button-label">{label}</span>
    </button>
  );
}
