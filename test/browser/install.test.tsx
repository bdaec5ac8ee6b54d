import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AlloyProvider, IntegrationButton, type IntegrationButtonProps } from '../../src';
import { fakeJwt } from '../support/fake-jwt';

const jwt = fakeJwt();

function renderButton(props: IntegrationButtonProps): void {
  render(
    <AlloyProvider getToken={() => Promise.resolve(jwt)}>
      <IntegrationButton {...props} />
    </AlloyProvider>,
  );
}

async function openedFrame(): Promise<HTMLIFrameElement> {
  return vi.waitFor(() => {
    const frame = document.querySelector('iframe');
    if (!frame) throw new Error('no frame yet');
    return frame;
  });
}

function inside(frame: HTMLIFrameElement): ReturnType<typeof page.frameLocator> {
  return page.frameLocator(page.elementLocator(frame));
}

test('a click opens the modal with token and integration, and finishing in it connects once', async () => {
  const onSuccess = vi.fn();
  renderButton({ integrationId: 'i1', onSuccess });
  screen.getByRole('button', { name: 'Connect' }).click();
  const frame = await openedFrame();
  const { searchParams } = new URL(frame.src);
  expect(searchParams.get('token')).toBe(jwt);
  expect(searchParams.get('integrationId')).toBe('i1');
  await inside(frame).getByRole('button', { name: 'finish', exact: true }).click();
  await screen.findByRole('button', { name: 'Connected' });
  await vi.waitFor(() => expect(document.querySelector('iframe')).toBeNull(), { timeout: 3000 });
  expect(onSuccess).toHaveBeenCalledTimes(1);
});

test('what a screen reader hears takes no place on screen, also without alloy-react/styles.css', async () => {
  renderButton({ integrationId: 'i1' });
  const { width, height } = document.body.firstElementChild?.getBoundingClientRect() ?? {};
  const status = screen.getByRole('status');
  screen.getByRole('button', { name: 'Connect' }).click();
  await vi.waitFor(() => expect(status).toHaveTextContent('Connecting…'));
  expect(getComputedStyle(status).clipPath).toBe('inset(50%)');
  status.textContent = 'A text much longer than a line. '.repeat(200);
  const now = status.parentElement?.getBoundingClientRect();
  expect([now?.width, now?.height]).toEqual([width, height]);
  expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
});
