import { memo, useEffect } from 'react';
import { AlloyProvider, IntegrationButton } from 'alloy-react';

const COUNT = 1_000;
const STABLE = { button: { idle: 'Link' } };
const never = () => new Promise(() => undefined);

const Buttons = memo(function Buttons() {
  return Array.from({ length: COUNT }, (_, index) => (
    <IntegrationButton key={index} integrationId={`i${index}`} />
  ));
});

/** A host that renders its provider again; with `inline`, each time with new labels that say the same. */
export function App({ inline, onReady }) {
  useEffect(onReady);
  return (
    <AlloyProvider getToken={never} labels={inline ? { button: { idle: 'Link' } } : STABLE}>
      <Buttons />
    </AlloyProvider>
  );
}
