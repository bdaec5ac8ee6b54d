import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { StoryProvider } from '../stories/sandbox/StoryProvider';
import { CodeBlock } from '../stories/kit/CodeBlock';
import { DocLink } from '../stories/kit/DocLink';
import { DocsPage } from '../stories/kit/DocsPage';
import { ScrollingTable } from '../stories/kit/ScrollingTable';
import { CheckBox, ListItem } from '../stories/kit/TaskList';
import { followScheme } from '../stories/kit/scheme';
import { NetworkContext, networkOf } from '../stories/sandbox/network';
import { StoryNameContext } from '../stories/sandbox/story-name';
import { schemeOf, storedChoice } from './theme';
import '../src/styles.css';
import './preview.css';

followScheme();
// A busy machine draws late; a story that is clicked through is not broken for that.
configure({ asyncUtilTimeout: 10_000 });

/** `parameters.alloy: 'own'` is for stories that bring a provider of their own. */
const withPlayground: Decorator = (Story, { globals, parameters, viewMode, name }) => {
  const network = networkOf(globals.network);
  return (
    <NetworkContext.Provider value={network}>
      <StoryNameContext.Provider value={viewMode === 'docs' ? name : undefined}>
        <div className="alloy-story" dir={globals.direction as string} key={network}>
          {parameters.alloy === 'own' ? (
            <Story />
          ) : (
            <StoryProvider>
              <Story />
            </StoryProvider>
          )}
        </div>
      </StoryNameContext.Provider>
    </NetworkContext.Provider>
  );
};

const preview: Preview = {
  initialGlobals: { theme: storedChoice(), direction: 'ltr', network: 'ordinary' },
  parameters: {
    layout: 'centered',
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: {
      source: { dark: schemeOf(storedChoice()) === 'dark' },
      container: DocsPage,
      components: {
        a: DocLink,
        code: CodeBlock,
        table: ScrollingTable,
        li: ListItem,
        input: CheckBox,
      },
      toc: {
        headingSelector: 'h2, h3',
        ignoreSelector: '.sb-story *, .sb-unstyled *, .docs-story *',
        title: 'On this page',
      },
    },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Quick start',
          'How it works',
          'Playground',
          'Components',
          ['AlloyProvider', 'IntegrationButton', 'ConnectionButton', 'IntegrationCatalog'],
          'Hooks',
          ['useAlloy', 'useAlloyInstall', 'useAlloyAuthenticate', 'useIntegrations'],
          'Recipes',
          'Guides',
          [
            'Backend',
            'API keys',
            'Integrations page',
            'Styling',
            'In your stack',
            'Works inside',
            'Tokens',
            'Errors',
            'After the install',
            'Where the connectionId goes',
            'Events and analytics',
            'Testing',
            'Accessibility',
            'Languages',
            'Server rendering',
            'Without a bundler',
            'Security',
            'Going live',
            'Performance',
            'Scaling',
            'Benchmarks',
            "The SDK's faults",
            'Coming from alloy-frontend',
            'Comparison',
            'FAQ',
          ],
          'Reference',
          'Changelog',
        ],
      },
    },
  },
  decorators: [withPlayground],
};

export default preview;
