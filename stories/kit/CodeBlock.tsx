import { Source } from '@storybook/addon-docs/blocks';
import type { ComponentProps, ReactElement } from 'react';
import { useScheme } from './scheme';

type Language = NonNullable<ComponentProps<typeof Source>['language']>;

/** Code in a line of text, or a block of it with the name of its file above and a button that copies it. */
export function CodeBlock({ className, title, children }: ComponentProps<'code'>): ReactElement {
  const scheme = useScheme();
  const code = typeof children === 'string' ? children : '';
  const language = /language-(\w+)/.exec(className ?? '')?.[1];
  if (!language && !code.includes('\n')) return <code className="docs-code">{children}</code>;
  return (
    <figure className="docs-code-block">
      {title && <figcaption>{title}</figcaption>}
      <Source
        code={code.trimEnd()}
        language={(language ?? 'text') as Language}
        format={false}
        dark={scheme === 'dark'}
      />
    </figure>
  );
}
