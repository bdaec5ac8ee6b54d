import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, type PropsWithChildren, type ReactElement } from 'react';
import { themes } from '../../.storybook/theme';
import { useScheme } from './scheme';

/** A page of the documentation, in the scheme of the site. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  useEffect(() => {
    // Storybook's own element, which has no role.
    document.getElementById('storybook-docs')?.setAttribute('role', 'main');
  }, []);
  return <DocsContainer {...props} theme={themes[useScheme()]} />;
}
