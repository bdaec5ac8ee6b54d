import type { ReactElement } from 'react';
import { IntegrationCatalog } from '../../src';

/** The catalog as it comes. */
export function ReadyMade(): ReactElement {
  return <IntegrationCatalog options={{ title: 'Connect your shop' }} />;
}
