import { AlloyProvider, type AlloyEvent, type AlloyProviderProps } from 'alloy-react';
import { useContext, useState, type ReactElement } from 'react';
import { addons } from 'storybook/preview-api';
import { ALLOY_EVENT, type ShownEvent } from '../../.storybook/alloy-event';
import { describeEvent } from './describe-event';
import { NetworkContext } from './network';
import { createPorts, type Account } from './ports';
import { StoryNameContext } from './story-name';

interface StoryProviderProps extends Account {
  labels?: AlloyProviderProps['labels'];
  preload?: AlloyProviderProps['preload'];
  userKey?: string;
  disconnectUrl?: AlloyProviderProps['disconnectUrl'];
  onEvent?: ((event: AlloyEvent) => void) | undefined;
  children?: AlloyProviderProps['children'];
}

/** The provider of the stories: an account of its own for each, under the network that the toolbar names. */
export function StoryProvider({
  integrations,
  api,
  onEvent,
  labels,
  ...props
}: StoryProviderProps): ReactElement {
  const network = useContext(NetworkContext);
  const storyName = useContext(StoryNameContext);
  const [ports] = useState(() => createPorts({ integrations, api }, network));
  return (
    <AlloyProvider
      {...ports}
      {...props}
      labels={labels ?? labelsOf(storyName)}
      onEvent={(event) => {
        show(event);
        onEvent?.(event);
      }}
    />
  );
}

/** Several catalogs on one page are landmarks of one kind: each needs a name of its own. */
function labelsOf(storyName: string | undefined): AlloyProviderProps['labels'] {
  return storyName === undefined ? {} : { catalog: { title: `Integrations: ${storyName}` } };
}

/** To the panel "Alloy events". */
function show(event: AlloyEvent): void {
  const shown: ShownEvent = {
    at: new Date().toLocaleTimeString(),
    type: event.type,
    text: describeEvent(event),
  };
  void addons.ready().then((channel) => channel.emit(ALLOY_EVENT, shown));
}
