/** `install` in the handlers, and the button in the elements, of the libraries that apps have. It compiles, and it works. */
import { Button as BaseButton } from '@base-ui/react/button';
import Button from '@mui/material/Button';
import { render, screen } from '@testing-library/react';
import { DropdownMenu, Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { expect, expectTypeOf, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  IntegrationButton,
  type useAlloyAuthenticate,
  useAlloyInstall,
  type AlloyError,
  type IntegrationButtonProps,
  type InstallOutcome,
} from '../../../src';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../../../src/testing';

type Install = ReturnType<typeof useAlloyInstall>['install'];

function Host({ children }: { children: (install: Install) => ReactElement }): ReactElement {
  return children(useAlloyInstall({ integrationId: 'i1' }).install);
}

async function expectOpenedBy(alloy: FakeAlloy): Promise<void> {
  await vi.waitFor(() => expect(alloy.modal.current?.options).toEqual({ integrationId: 'i1' }));
}

test.each<[string, (install: Install) => ReactElement]>([
  ['onClick', (install) => <button onClick={install}>Go</button>],
  ['onClick of MUI', (install) => <Button onClick={install}>Go</Button>],
  ['onClick of Base UI', (install) => <BaseButton onClick={install}>Go</BaseButton>],
  ['onPress of React Aria', (install) => <AriaButton onPress={install}>Go</AriaButton>],
  [
    'onSelect of a Radix menu',
    (install) => (
      <DropdownMenu.Root defaultOpen modal={false}>
        <DropdownMenu.Trigger>Menu</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <DropdownMenu.Item onSelect={install}>Go</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    ),
  ],
  [
    'then',
    (install) => (
      <button onClick={() => void Promise.resolve({ id: 'u1', name: 'Ada' }).then(install)}>
        Go
      </button>
    ),
  ],
])('install stands in %s', async (_, children) => {
  const alloy = createFakeAlloy();
  render(
    <AlloyTestProvider alloy={alloy}>
      <Host>{children}</Host>
    </AlloyTestProvider>,
  );
  await userEvent.click(await screen.findByText('Go'));
  await expectOpenedBy(alloy);
  await alloy.modal.dismiss();
});

test.each<[string, IntegrationButtonProps['render']]>([
  ['an element of MUI', <Button key="" variant="contained" />],
  ['an element of Base UI', <BaseButton key="" />],
  ['a function that spreads onto one of MUI', (props) => <Button {...props} />],
  ['a function that spreads onto one of Base UI', (props) => <BaseButton {...props} />],
  ['a function that spreads onto one of React Aria', (props) => <AriaButton {...props} />],
])('the button is %s', async (_, element) => {
  const alloy = createFakeAlloy();
  const onFocus = vi.fn();
  render(
    <AlloyTestProvider alloy={alloy}>
      <IntegrationButton integrationId="i1" render={element} onFocus={onFocus} id="mine" />
    </AlloyTestProvider>,
  );
  const button = screen.getByRole('button', { name: 'Connect' });
  expect(button).toHaveAttribute('id', 'mine');
  await userEvent.click(button);
  await expectOpenedBy(alloy);
  expect(onFocus).toHaveBeenCalledOnce();
  await alloy.modal.succeed();
  expect(await screen.findByRole('button', { name: 'Connected' })).toBe(button);
});

test('a Radix tooltip around it keeps its own state, and the button its look and its click', async () => {
  const alloy = createFakeAlloy();
  render(
    <AlloyTestProvider alloy={alloy}>
      <Tooltip.Provider>
        <Tooltip.Root>
          <Tooltip.Trigger asChild>
            <IntegrationButton integrationId="i1" />
          </Tooltip.Trigger>
          <Tooltip.Portal>
            <Tooltip.Content>Help</Tooltip.Content>
          </Tooltip.Portal>
        </Tooltip.Root>
      </Tooltip.Provider>
    </AlloyTestProvider>,
  );
  const button = screen.getByRole('button', { name: 'Connect' });
  expect(button).toHaveAttribute('data-state', 'closed');
  expect(button).toHaveAttribute('data-alloy-state', 'idle');
  await userEvent.click(button);
  await expectOpenedBy(alloy);
  await vi.waitFor(() => expect(button).toHaveAttribute('data-alloy-state', 'open'));
  await alloy.modal.dismiss();
});

test('what the types let through, and what not', () => {
  // Checked by the compiler; nothing of it runs.
  function compiled(
    { install, ...state }: ReturnType<typeof useAlloyInstall>,
    { authenticate }: ReturnType<typeof useAlloyAuthenticate>,
  ): void {
    void install({ integrationId: 'i1', title: 'Shopify' });
    void install(undefined);
    // @ts-expect-error -- there is no such option
    void install({ workflowIdz: ['w1'] });
    // @ts-expect-error -- an option of another type
    void install({ integrationId: 5 });
    // @ts-expect-error -- one right, one wrong
    void install({ integrationId: 'i1', titel: 'Shopify' });
    // @ts-expect-error -- there is no such option of authenticate
    void authenticate({ application: 'shopify' });

    expectTypeOf(install).toExtend<(value: unknown) => unknown>();
    expectTypeOf(Promise.resolve().then(install)).toEqualTypeOf<Promise<InstallOutcome>>();
    expectTypeOf(install).toExtend<(value: string | null) => void>();
    expectTypeOf(install).toExtend<(value: Response) => Promise<InstallOutcome>>();
    expectTypeOf(install).toExtend<(first: string, second: number) => void>();
    expectTypeOf(Promise.resolve({ id: 1 }).then(install)).toEqualTypeOf<Promise<InstallOutcome>>();

    if (state.isError) expectTypeOf(state.error).toEqualTypeOf<AlloyError>();
    if (state.isSuccess) expectTypeOf(state.result).not.toBeNullable();
    const { isError, error, isSuccess, result } = state;
    if (isError) expectTypeOf(error).toEqualTypeOf<AlloyError>();
    if (isSuccess) expectTypeOf(result).not.toBeNullable();
  }
  expect(compiled).toBeTypeOf('function');
});
