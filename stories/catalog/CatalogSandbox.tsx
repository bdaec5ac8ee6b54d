import type { ComponentProps, ReactElement } from 'react';
import { StoryProvider } from '../sandbox/StoryProvider';
import { lived } from './sample-integrations';

/** An account in the middle of its life: some integrations are connected. */
export function CatalogSandbox(props: ComponentProps<typeof StoryProvider>): ReactElement {
  return <StoryProvider integrations={lived} {...props} />;
}
