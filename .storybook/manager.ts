import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'alloy-react',
    brandTarget: '_self',
    colorPrimary: '#18181b',
    colorSecondary: '#3b6ef6',
    appBorderRadius: 8,
    fontBase: 'system-ui, sans-serif',
  }),
});
