import { IntegrationCatalog } from 'alloy-react';
import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { useReducer, useState, type ReactElement } from 'react';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { fresh, lived } from '../catalog/sample-integrations';
import { OnboardingChecklist as OnboardingChecklistView } from '../examples/recipes/OnboardingChecklist';
import onboardingChecklistSource from '../examples/recipes/OnboardingChecklist.tsx?raw';
import { SettingsPage as SettingsPageView } from '../examples/recipes/SettingsPage';
import settingsPageSource from '../examples/recipes/SettingsPage.tsx?raw';
import { CommandMenu as CommandMenuView } from '../examples/recipes/CommandMenu';
import commandMenuSource from '../examples/recipes/CommandMenu.tsx?raw';
import { HundredRows as HundredRowsView } from '../examples/recipes/HundredRows';
import hundredRowsSource from '../examples/recipes/HundredRows.tsx?raw';
import { InsideDialog as InsideDialogView } from '../examples/recipes/InsideDialog';
import insideDialogSource from '../examples/recipes/InsideDialog.tsx?raw';
import switchUsersSource from '../examples/recipes/SwitchUsers.tsx?raw';
import { ErrorToasts as ErrorToastsView } from '../examples/recipes/ErrorToasts';
import errorToastsSource from '../examples/recipes/ErrorToasts.tsx?raw';
import { countEvent, EMPTY, Funnel as FunnelView } from '../examples/recipes/Funnel';
import funnelSource from '../examples/recipes/Funnel.tsx?raw';
import { showSource } from '../kit/show-source';
import { StoryProvider } from '../sandbox/StoryProvider';

const meta = {
  title: 'Recipes',
  parameters: { alloy: 'own', layout: 'padded' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const inAccount: Decorator = (Story) => (
  <CatalogSandbox>
    <Story />
  </CatalogSandbox>
);

/** Steps that tick themselves: each button knows what is installed. */
export const OnboardingChecklist: Story = {
  name: 'An onboarding checklist',
  parameters: showSource(onboardingChecklistSource),
  render: () => <OnboardingChecklistView />,
  decorators: [inAccount],
};

/** The catalog with a heading and a line of news. */
export const SettingsPage: Story = {
  name: 'A settings page',
  parameters: showSource(settingsPageSource),
  render: () => <SettingsPageView />,
  decorators: [inAccount],
};

/** Integrations as commands. One hook opens whichever was chosen. */
export const CommandMenu: Story = {
  name: 'A command menu',
  parameters: showSource(commandMenuSource),
  render: () => <CommandMenuView />,
  decorators: [inAccount],
};

/** One hook serves all rows, because only one modal can be open. */
export const HundredRows: Story = {
  name: 'A table of 100 rows',
  parameters: showSource(hundredRowsSource),
  render: () => <HundredRowsView />,
  decorators: [inAccount],
};

/** A button in your own modal dialog. Alloy’s modal opens above it. */
export const InsideDialog: Story = {
  name: 'Inside a dialog',
  parameters: showSource(insideDialogSource),
  render: () => <InsideDialogView />,
  decorators: [inAccount],
};

/** A change of userKey drops the token and the data of the customer before. */
export const SwitchUsers: Story = {
  name: 'An admin who switches users',
  parameters: showSource(switchUsersSource),
  render: () => <TwoCustomers />,
};

/** Your own sentences for the codes that your users can do something about. */
export const ErrorToasts: Story = {
  name: 'Errors as toasts',
  parameters: showSource(errorToastsSource),
  render: () => <ErrorToastsView />,
  decorators: [inAccount],
};

/** How many openings ended how, counted from onEvent. */
export const Funnel: Story = {
  name: 'A funnel',
  parameters: showSource(funnelSource),
  render: () => <CountingFunnel />,
};

/** The recipe counts what its own provider hears; here that is the provider of the stories. */
function CountingFunnel(): ReactElement {
  const [counts, count] = useReducer(countEvent, EMPTY);
  return (
    <StoryProvider onEvent={count}>
      <FunnelView counts={counts} />
    </StoryProvider>
  );
}

const ACCOUNTS = { acme: lived, globex: fresh };

/** The recipe, with an account for each customer in place of the endpoint. */
function TwoCustomers(): ReactElement {
  const [customer, setCustomer] = useState<keyof typeof ACCOUNTS>('acme');
  return (
    <>
      <label>
        Customer{' '}
        <select
          value={customer}
          onChange={({ target }) => setCustomer(target.value as keyof typeof ACCOUNTS)}
        >
          {Object.keys(ACCOUNTS).map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <StoryProvider key={customer} userKey={customer} integrations={ACCOUNTS[customer]}>
        <IntegrationCatalog />
      </StoryProvider>
    </>
  );
}
