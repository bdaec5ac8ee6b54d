import Alert from '@mui/material/Alert';
import Avatar from '@mui/material/Avatar';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardActions from '@mui/material/CardActions';
import CardContent from '@mui/material/CardContent';
import CardHeader from '@mui/material/CardHeader';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Switch from '@mui/material/Switch';
import {
  AlloyProvider,
  IntegrationButton,
  useIntegrations,
  useWorkflowActivation,
  type Integration,
  type Workflow,
} from 'alloy-react';
import 'alloy-react/styles.css';

/** The page out of MUI's components: the hooks bring the data, `render` makes the button MUI's own. */
export function WithMui() {
  const { status, integrations, refetch } = useIntegrations();
  if (status === 'loading') return <LinearProgress aria-label="Loading integrations" />;
  if (status === 'error') {
    const retry = (
      <Button color="inherit" onClick={() => void refetch()}>
        Try again
      </Button>
    );
    return (
      <Alert severity="error" action={retry}>
        The integrations could not be loaded.
      </Alert>
    );
  }
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fill, 20rem)' }}>
      {integrations.map((integration) => (
        <MuiCard key={integration.integrationId} integration={integration} />
      ))}
    </div>
  );
}

function MuiCard({ integration }: { integration: Integration }) {
  const { integrationId, name, description, icon, installed, workflows } = integration;
  return (
    <Card variant="outlined" component="article">
      <CardHeader
        avatar={<Avatar variant="rounded" alt="" {...(icon !== null && { src: icon })} />}
        title={name}
        subheader={installed ? 'Installed' : 'Not installed'}
      />
      <CardContent>
        <p>{description}</p>
        {installed && workflows.map((one) => <MuiSwitch key={one.workflowId} workflow={one} />)}
      </CardContent>
      <CardActions>
        <IntegrationButton
          integrationId={integrationId}
          installed={installed}
          detectInstalled
          render={<Button variant={installed ? 'outlined' : 'contained'} />}
        />
      </CardActions>
    </Card>
  );
}

function MuiSwitch({ workflow }: { workflow: Workflow }) {
  const { active, setActive, isPending } = useWorkflowActivation(workflow.workflowId);
  return (
    <FormControlLabel
      label={workflow.name}
      control={
        <Switch
          checked={active}
          disabled={isPending}
          onChange={(_event, checked) => void setActive(checked)}
        />
      }
    />
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <WithMui />
    </AlloyProvider>
  );
}
