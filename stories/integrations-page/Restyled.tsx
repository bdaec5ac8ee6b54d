import type { ReactElement } from 'react';
import { IntegrationCatalog } from '../../src';
import './restyled.css';

/** The same catalog in a host's own colours, corners and font. */
export function Restyled(): ReactElement {
  return <IntegrationCatalog className="acme" />;
}
