'use client';

import type { ReactElement } from 'react';
import type { Workflow } from '../../core/integrations/integration';
import type { CatalogLabels } from '../labels';
import { useWorkflowActivation } from '../hooks/useWorkflowActivation';

interface WorkflowSwitchProps {
  workflow: Workflow;
  errorText: CatalogLabels['switchError'];
}

/** A row with a workflow's name and its switch: a native checkbox, that a form of the host never sends. */
export function WorkflowSwitch({
  workflow: { workflowId, name },
  errorText,
}: WorkflowSwitchProps): ReactElement {
  const { active, setActive, isPending, error } = useWorkflowActivation(workflowId);
  return (
    <li className="alloy-catalog-workflow">
      <label className="alloy-catalog-workflow-label">
        <span>{name}</span>
        <input
          type="checkbox"
          role="switch"
          className="alloy-switch"
          checked={active}
          aria-busy={isPending}
          onChange={(event) => void setActive(event.target.checked)}
        />
      </label>
      {error && (
        <p role="alert" className="alloy-catalog-problem">
          {typeof errorText === 'string' ? `${name}: ${errorText}` : errorText(name, error)}
        </p>
      )}
    </li>
  );
}
