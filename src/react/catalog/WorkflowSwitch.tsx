'use client';

import { useEffect, type ReactElement } from 'react';
import type { Workflow } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import { useAlloyData } from '../internal/useAlloyData';
import { useStore } from '../internal/useStore';
import type { CatalogLabels } from '../labels';

interface WorkflowSwitchProps {
  workflow: Workflow;
  /** The id of what says which integration it is of. */
  describedBy: string;
  errorText: CatalogLabels['switchError'];
  onError(error: AlloyError): void;
}

/** A row with a workflow's name and its switch: a native checkbox, of no form, so that none of the host's sends or resets it. */
export function WorkflowSwitch({
  workflow: { workflowId, name, active },
  describedBy,
  errorText,
  onError,
}: WorkflowSwitchProps): ReactElement {
  const { getSnapshot, subscribe, setActive } =
    useAlloyData('<IntegrationCatalog>').switchOf(workflowId);
  const { wanted, error } = useStore({ getSnapshot, subscribe });

  useEffect(() => {
    if (error) onError(error);
  }, [error, onError]);

  return (
    <li className="alloy-catalog-workflow">
      <label className="alloy-catalog-workflow-label">
        <bdi className="alloy-catalog-workflow-name">{name}</bdi>
        <input
          type="checkbox"
          role="switch"
          className="alloy-switch"
          form=""
          checked={wanted ?? active}
          aria-busy={wanted !== null}
          aria-describedby={describedBy}
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
