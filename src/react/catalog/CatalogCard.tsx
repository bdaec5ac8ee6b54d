'use client';

import { memo, useId, type ReactElement } from 'react';
import type { Integration } from '../../core/integrations/integration';
import { CatalogIcon } from './CatalogIcon';
import type { CatalogLabels } from '../labels';
import {
  IntegrationButton,
  type IntegrationButtonProps,
  type IntegrationButtonState,
} from '../button/IntegrationButton';
import { WorkflowSwitch } from './WorkflowSwitch';

interface CatalogCardProps {
  integration: Integration;
  options: IntegrationButtonProps['options'];
  onSuccess(integration: Integration): void;
  words: CatalogLabels;
}

/** One integration: rendered again only when something of it changed. */
export const CatalogCard = memo(function CatalogCard({
  integration,
  options,
  onSuccess,
  words,
}: CatalogCardProps): ReactElement {
  const { integrationId, name, description, icon, installed, workflows } = integration;
  const nameId = useId();
  const hasUpdate = workflows.some((workflow) => workflow.updateAvailable);
  const planned = workflows.filter((workflow) => !workflow.installed);
  const running = workflows.filter((workflow) => workflow.installed);

  return (
    <article
      className="alloy-catalog-card"
      aria-labelledby={nameId}
      data-installed={installed || undefined}
      data-update-available={hasUpdate || undefined}
    >
      <div className="alloy-catalog-header">
        <CatalogIcon key={icon} name={name} src={icon} />
        <div>
          <h3 id={nameId} className="alloy-catalog-name">
            {name}
          </h3>
          {installed && <span className="alloy-catalog-badge">{words.installed}</span>}
          {hasUpdate && (
            <span className="alloy-catalog-badge" data-update-available>
              {words.updateAvailable}
            </span>
          )}
        </div>
      </div>
      {description !== '' && <p className="alloy-catalog-description">{description}</p>}
      {running.length > 0 && (
        <ul className="alloy-catalog-workflows">
          {running.map((workflow) => (
            <WorkflowSwitch
              key={workflow.workflowId}
              workflow={workflow}
              errorText={words.switchError}
            />
          ))}
        </ul>
      )}
      {planned.length > 0 && (
        <ul className="alloy-catalog-offers">
          {planned.map(({ workflowId, name: offer }) => (
            <li key={workflowId}>{offer}</li>
          ))}
        </ul>
      )}
      <div className="alloy-catalog-actions">
        <IntegrationButton
          integrationId={integrationId}
          options={options}
          installed={installed}
          whenInstalled={hasUpdate ? 'update' : 'edit'}
          onSuccess={() => onSuccess(integration)}
          aria-describedby={nameId}
        >
          {hasUpdate
            ? ({ status, label }: IntegrationButtonState) =>
                status === 'idle' || status === 'dismissed' ? words.update : label
            : undefined}
        </IntegrationButton>
      </div>
    </article>
  );
});
