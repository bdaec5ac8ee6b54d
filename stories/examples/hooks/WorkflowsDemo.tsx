import { AlloyProvider, useWorkflows } from 'alloy-react';

export function WorkflowsDemo() {
  const { workflows, status } = useWorkflows();
  if (status !== 'success') return <p role="status">{status}</p>;
  return (
    <ul className="demo">
      {workflows.map(({ workflowId, name, installed, active }) => (
        <li key={workflowId}>
          {name}: {installed ? (active ? 'on' : 'off') : 'not installed'}
        </li>
      ))}
    </ul>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <WorkflowsDemo />
    </AlloyProvider>
  );
}
