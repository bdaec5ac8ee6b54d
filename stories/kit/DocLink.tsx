import { DocsContext } from '@storybook/addon-docs/blocks';
import { useContext, type ComponentProps, type MouseEvent, type ReactElement } from 'react';
import { NAVIGATE_URL } from 'storybook/internal/core-events';

const INTERNAL = '?path=';

/**
 * A link of a documentation page. `?path=/docs/guides-tokens--docs` names a page of this site: a click changes the page
 * inside the site's frame, and a new tab opens the whole site, not the frame alone.
 */
export function DocLink({ href = '', children, ...props }: ComponentProps<'a'>): ReactElement {
  const context = useContext(DocsContext) as { channel?: Channel } | undefined;
  if (!href.startsWith(INTERNAL)) {
    return (
      <a href={href} {...props}>
        {children}
      </a>
    );
  }

  function navigate(event: MouseEvent): void {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
    // Without the site around the page there is nobody to listen: then the link is an ordinary one.
    if (!isPlain || window.parent === window || !context?.channel) return;
    event.preventDefault();
    context.channel.emit(NAVIGATE_URL, href);
  }

  return (
    <a {...props} href={`./${href}`} target="_top" onClick={navigate}>
      {children}
    </a>
  );
}

interface Channel {
  emit(event: string, ...data: unknown[]): void;
}
