import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import { createFakeToken } from 'alloy-react/testing';
import { answerOf } from './list.js';

const getToken = () => Promise.resolve(createFakeToken());

export function App({ count }) {
  const fetch = () => Promise.resolve(new Response(answerOf(count)));
  return (
    <AlloyProvider getToken={getToken} fetch={fetch}>
      <IntegrationCatalog />
    </AlloyProvider>
  );
}
