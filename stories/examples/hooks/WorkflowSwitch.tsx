import { AlloyProvider, useWorkflowActivation } from 'alloy-react';

interface WorkflowSwitchProps {
  workflowId: string;
  name: string;
}

export function WorkflowSwitch({ workflowId, name }: WorkflowSwitchProps) {
  const { active, setActive, isPending, error } = useWorkflowActivation(workflowId);
  return (
    <label className="demo">
      <input
        type="checkbox"
        role="switch"
        checked={active}
        disabled={isPending}
        onChange={({ target }) => void setActive(target.checked)}
      />
      {name} {error && <span role="alert">That did not work.</span>}
    </label>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <WorkflowSwitch workflowId="66326849cc9cdb107221f342" name="Order sync" />
    </AlloyProvider>
  );
}
