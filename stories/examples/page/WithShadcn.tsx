import type { ComponentProps } from 'react';
import {
  AlloyProvider,
  IntegrationCatalog,
  IntegrationButton,
  useWorkflowActivation,
  type Integration,
  type Workflow,
} from 'alloy-react';
import 'alloy-react/styles.css';
import './shadcn.css';

/** A button as shadcn/ui puts it into your repository. */
function Button({
  variant = 'default',
  ...props
}: ComponentProps<'button'> & { variant?: 'default' | 'outline' }) {
  return <button type="button" data-slot="button" data-variant={variant} {...props} />;
}

/** The catalog keeps search, states and list; each card is your own markup. */
export function WithShadcn() {
  return (
    <IntegrationCatalog
      renderItem={(integration) => <ShadcnCard integration={integration} />}
      className="shadcn"
    />
  );
}

function ShadcnCard({ integration }: { integration: Integration }) {
  const { integrationId, name, description, installed, workflows } = integration;
  return (
    <article data-slot="card">
      <h3 data-slot="card-title">{name}</h3>
      <p data-slot="card-description">{description}</p>
      {installed && workflows.map((one) => <ShadcnSwitch key={one.workflowId} workflow={one} />)}
      <IntegrationButton
        integrationId={integrationId}
        installed={installed}
        detectInstalled
        render={(props, { label }) => (
          <Button {...props} className="" variant={installed ? 'outline' : 'default'}>
            {label}
          </Button>
        )}
      />
    </article>
  );
}

function ShadcnSwitch({ workflow }: { workflow: Workflow }) {
  const { active, setActive } = useWorkflowActivation(workflow.workflowId);
  return (
    <label data-slot="field">
      {workflow.name}
      <input
        type="checkbox"
        role="switch"
        checked={active}
        onChange={(event) => void setActive(event.target.checked)}
      />
    </label>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <WithShadcn />
    </AlloyProvider>
  );
}
