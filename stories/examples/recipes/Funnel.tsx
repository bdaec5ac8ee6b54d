import { AlloyProvider, IntegrationButton, type AlloyEvent } from 'alloy-react';
import { useReducer } from 'react';
import 'alloy-react/styles.css';

interface FunnelCounts {
  opened: number;
  success: number;
  dismissed: number;
  error: number;
}

export const EMPTY: FunnelCounts = { opened: 0, success: 0, dismissed: 0, error: 0 };

/** A reducer: feed it all events of `onEvent`. */
export function countEvent(counts: FunnelCounts, event: AlloyEvent): FunnelCounts {
  if (event.type === 'modal.opened') return { ...counts, opened: counts.opened + 1 };
  if (event.type !== 'modal.settled') return counts;
  return { ...counts, [event.outcome]: counts[event.outcome] + 1 };
}

export function Funnel({ counts }: { counts: FunnelCounts }) {
  return (
    <>
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
      <dl>
        <dt>Opened</dt>
        <dd>{counts.opened}</dd>
        <dt>Connected</dt>
        <dd>{counts.success}</dd>
        <dt>Closed</dt>
        <dd>{counts.dismissed}</dd>
        <dt>Failed</dt>
        <dd>{counts.error}</dd>
      </dl>
    </>
  );
}

export default function App() {
  const [counts, count] = useReducer(countEvent, EMPTY);
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" onEvent={count}>
      <Funnel counts={counts} />
    </AlloyProvider>
  );
}
