import type { Decorator, Preview } from '@storybook/react-vite';
import { StoryProvider } from '../stories/sandbox/StoryProvider';
import { CodeBlock } from '../stories/kit/CodeBlock';
import { DocLink } from '../stories/kit/DocLink';
import { DocsPage } from '../stories/kit/DocsPage';
import { ScrollingTable } from '../stories/kit/ScrollingTable';
import { followScheme } from '../stories/kit/scheme';
import { NetworkContext, networkOf } from '../stories/sandbox/network';
import { storedChoice } from './theme';
import '../src/styles.css';
import './preview.css';

followScheme();

/** `parameters.alloy: 'own'` is for stories that bring a provider of their own. */
const withPlayground: Decorator = (Story, { globals, parameters }) => {
  const network = networkOf(globals.network);
  return (
    <NetworkContext.Provider value={network}>
      <div className="alloy-story" dir={globals.direction as string} key={network}>
        {parameters.alloy === 'own' ? (
          <Story />
        ) : (
          <StoryProvider>
            <Story />
          </StoryProvider>
        )}
      </div>
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
      container: DocsPage,
      components: { a: DocLink, code: CodeBlock, table: ScrollingTable },
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
            'Scaling',
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
