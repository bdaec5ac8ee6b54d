'use client';

import { memo, useId, useRef, useState, type ReactElement } from 'react';
import { hasUpdate, type Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import { CatalogIcon } from './CatalogIcon';
import {
  IntegrationButton,
  type IntegrationButtonProps,
  type IntegrationButtonState,
} from '../button/IntegrationButton';
import { CardDisconnect } from './CardDisconnect';
import type { CatalogLabels } from '../labels';
import { WorkflowSwitch } from './WorkflowSwitch';

/** More workflows than this are folded, so that one card does not stretch its whole row. */
const UNFOLDED = 6;

interface CatalogCardProps {
  integration: Integration;
  /** It is being taken away, and shown as if it were already. */
  isLeaving: boolean;
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  options: IntegrationButtonProps['options'];
  onSuccess(integration: Integration): void;
  onError(error: AlloyError): void;
  canDisconnect: boolean;
  /** Has a screen reader say something, also when the card is gone. */
  say(text: string): void;
  words: CatalogLabels;
}

/** One integration: rendered again only when something of it changed. */
export const CatalogCard = memo(function CatalogCard({
  integration,
  isLeaving,
  headingLevel,
  options,
  onSuccess,
  onError,
  canDisconnect,
  say,
  words,
}: CatalogCardProps): ReactElement {
  const { integrationId, name, description, icon, installed, workflows } = integration;
  const nameId = useId();
  const action = useRef<HTMLButtonElement>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const named = { ...options, name };
  const Heading = `h${headingLevel}` as const;
  // The one decision that badge, label and click go by.
  const isOutdated = hasUpdate(integration);
  const running = workflows.filter((workflow) => workflow.installed);
  const planned = workflows.filter((workflow) => !workflow.installed);
  const isLong = workflows.length > UNFOLDED;
  const room = isLong && !isUnfolded ? UNFOLDED - 1 : Infinity;
  const switches = running.slice(0, room);
  const offers = planned.slice(0, room - switches.length);

  return (
    <article
      className="alloy-catalog-card"
      aria-labelledby={nameId}
      data-installed={installed || undefined}
      data-update-available={isOutdated || undefined}
    >
      <div className="alloy-catalog-header">
        <CatalogIcon name={name} src={icon} />
        <div className="alloy-catalog-title">
          <Heading id={nameId} className="alloy-catalog-name">
            <bdi>{name}</bdi>
          </Heading>
          {(installed || isOutdated) && (
            <span className="alloy-catalog-badge" data-update-available={isOutdated || undefined}>
              {isOutdated ? words.updateAvailable : words.installed}
            </span>
          )}
        </div>
      </div>
      {description !== '' && (
        <p className="alloy-catalog-description">
          <bdi>{description}</bdi>
        </p>
      )}
      {switches.length > 0 && (
        // Without list markers, Safari takes it for a list only when told so.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" className="alloy-catalog-workflows">
          {switches.map((workflow, index) => (
            <WorkflowSwitch
              // An id may stand twice.
              key={`${workflow.workflowId} ${index}`}
              workflow={workflow}
              describedBy={nameId}
              errorText={words.switchError}
              onError={onError}
            />
          ))}
        </ul>
      )}
      {offers.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" className="alloy-catalog-offers">
          {offers.map(({ workflowId, name: offer }, index) => (
            <li key={`${workflowId} ${index}`} className="alloy-catalog-offer">
              <bdi>{offer}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isLong && (
        <button
          type="button"
          className="alloy-catalog-fold"
          aria-expanded={isUnfolded}
          aria-describedby={nameId}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {isUnfolded ? words.showFewer : words.showAll(workflows.length)}
        </button>
      )}
      <div className="alloy-catalog-actions">
        <IntegrationButton
          ref={action}
          integrationId={integrationId}
          options={named}
          installed={installed}
          whenInstalled={isOutdated ? 'update' : 'edit'}
          onSuccess={() => onSuccess(integration)}
          onError={onError}
          aria-describedby={nameId}
          aria-disabled={isLeaving || undefined}
        >
          {installed || isLeaving
            ? ({ status, label }: IntegrationButtonState) => {
                if (isLeaving) return words.disconnecting;
                const resting = isOutdated ? words.update : words.manage;
                return status === 'idle' || status === 'dismissed' ? resting : label;
              }
            : undefined}
        </IntegrationButton>
        {canDisconnect && installed && (
          <CardDisconnect
            integration={integration}
            describedBy={nameId}
            action={action}
            words={words}
            onError={onError}
            say={say}
          />
        )}
      </div>
    </article>
  );
});
