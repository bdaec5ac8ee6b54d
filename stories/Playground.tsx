import { useState, type ReactElement } from 'react';
import { IntegrationButton, useAlloy, type AlloyEvent } from '../src';
import { PlaygroundProvider } from './PlaygroundProvider';
import { SHOPIFY, sandboxIntegrations } from './sandbox-integrations';
import './playground.css';

const shopify = sandboxIntegrations.find(({ integrationId }) => integrationId === SHOPIFY);

interface LogEntry {
  id: number;
  text: string;
}

/** A page of settings as a host app has one, and beside it what the library does meanwhile. */
export function Playground(): ReactElement {
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  return (
    <PlaygroundProvider
      onEvent={(event) =>
        setLog((entries) => [...entries, { id: entries.length, text: describe(event) }].slice(-6))
      }
    >
      <div className="playground">
        <section className="playground-app" aria-label="A page of your app">
          <h3>Integrations</h3>
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
          <h3>
            onEvent <Status />
          </h3>
          <ol>
            {log.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </section>
      </div>
    </PlaygroundProvider>
  );
}

function Status(): ReactElement {
  const { status } = useAlloy();
  return <code data-status={status}>{status}</code>;
}

function describe(event: AlloyEvent): string {
  switch (event.type) {
    case 'token.fetched':
      return `token.fetched in ${Math.round(event.durationMs)} ms, lives ${lifetime(event.expiresInMs)}`;
    case 'token.failed':
      return `token.failed: ${event.error.code}`;
    case 'sdk.loaded':
      return `sdk.loaded in ${Math.round(event.durationMs)} ms`;
    case 'sdk.failed':
      return `sdk.failed: ${event.error.code}`;
    case 'modal.opened':
      return `modal.opened ${Math.round(event.durationMs)} ms after the click`;
    case 'modal.settled':
      return `modal.settled: ${event.outcome}`;
  }
}

function lifetime(expiresInMs: number | null): string {
  return expiresInMs === null ? 'for ever' : `${Math.round(expiresInMs / 60_000)} min`;
}
