import { AlloyProvider, IntegrationButton, useIntegrations } from 'alloy-react';
import 'alloy-react/styles.css';

const STEPS = [
  { id: '66326843cc9cdb107221f222', text: 'Connect your shop' },
  { id: '66326843cc9cdb107221f223', text: 'Connect your CRM' },
  { id: '66326843cc9cdb107221f224', text: 'Get alerts in Slack' },
];

export function OnboardingChecklist() {
  const { integrations } = useIntegrations();
  const done = STEPS.filter(({ id }) =>
    integrations.some(({ integrationId, installed }) => integrationId === id && installed),
  );
  return (
    <section aria-label="Get started">
      <p>
        {done.length} of {STEPS.length} done
      </p>
      <ol style={{ display: 'grid', gap: 12, paddingInlineStart: 20 }}>
        {STEPS.map(({ id, text }) => (
          <li key={id}>
            <span style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
              {text}
              <IntegrationButton integrationId={id} detectInstalled />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <OnboardingChecklist />
    </AlloyProvider>
  );
}
