import type { Decorator, Preview } from '@storybook/react-vite';
import { PlaygroundProvider } from '../stories/PlaygroundProvider';
import '../src/styles.css';
import './preview.css';

/** `parameters.alloy: 'own'` is for stories that bring a provider of their own. */
const withPlayground: Decorator = (Story, { globals, parameters }) => (
  <div
    className="alloy-story"
    data-theme={globals.theme as string}
    dir={globals.direction as string}
  >
    {parameters.alloy === 'own' ? (
      <Story />
    ) : (
      <PlaygroundProvider>
        <Story />
      </PlaygroundProvider>
    )}
  </div>
);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colour scheme of the host app',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  parameters: {
    layout: 'centered',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: ['Welcome', 'Playground', 'Components', 'Hooks', 'Guides'],
      },
    },
  },
  decorators: [withPlayground],
};

export default preview;
