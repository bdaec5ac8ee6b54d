import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import type { PropsWithChildren, ReactElement } from 'react';
import { themes } from '../../.storybook/theme';
import { useScheme } from './scheme';

/** A page of the documentation, in the scheme of the site. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  return <DocsContainer {...props} theme={themes[useScheme()]} />;
}
