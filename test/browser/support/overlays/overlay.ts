import type { ReactElement } from 'react';

export interface HostProps {
  /** The button. */
  children: ReactElement;
}
