import { useReducer, type ReactElement } from 'react';
import { IntegrationButton, useAlloy, type AlloyEvent } from 'alloy-react';
import { StoryProvider } from './sandbox/StoryProvider';
import { SHOPIFY, sandboxIntegrations } from './sandbox/integrations';
import { describeEvent } from './sandbox/describe-event';
import './playground.css';

const shopify = sandboxIntegrations.find(({ integrationId }) => integrationId === SHOPIFY);

const SHOWN = 6;

interface Log {
  /** How many events there were, the forgotten ones included: it numbers them. */
  count: number;
  entries: readonly { id: number; text: string }[];
}

function add({ count, entries }: Log, event: AlloyEvent): Log {
  const entry = { id: count, text: `${event.type} ${describeEvent(event)}` };
  return { count: count + 1, entries: [...entries, entry].slice(-SHOWN) };
}

/** A page of settings as a host app has one, and beside it what the library does meanwhile. */
export function Playground(): ReactElement {
  const [log, record] = useReducer(add, { count: 0, entries: [] });
  return (
    <StoryProvider onEvent={record}>
      <div className="playground">
        <section className="playground-app" aria-label="A page of your app">
          <h2>Integrations</h2>
          <p>Connect the tools that your team already uses.</p>
          <div className="playground-card">
            <img src={shopify?.icon ?? ''} alt="" width="40" height="40" />
            <div>
              <strong>Shopify</strong>
              <span>{shopify?.description}</span>
            </div>
            <IntegrationButton integrationId={SHOPIFY} />
          </div>
        </section>
        <section className="playground-log" aria-label="What alloy-react does">
          <h2>
            onEvent <Status />
          </h2>
          <ol>
            {log.entries.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </section>
      </div>
    </StoryProvider>
  );
}

function Status(): ReactElement {
  const { status } = useAlloy();
  return <code data-status={status}>{status}</code>;
}
