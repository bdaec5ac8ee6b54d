/** What the tests of the modal share: a provider whose token is known, and the modal as a user finds it. */
import { render, renderHook, screen } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { page, userEvent, type FrameLocator } from 'vitest/browser';
import {
  AlloyProvider,
  IntegrationButton,
  useAlloyAuthenticate,
  useAlloyInstall,
  type AlloyProviderProps,
  type IntegrationButtonProps,
  type UseAlloyAuthenticateOptions,
  type UseAlloyInstallOptions,
} from '../../../src';
import { fakeJwt } from '../../support/fake-jwt';

export const jwt = fakeJwt();

/** A busy machine needs its time. */
export const PATIENT = { timeout: 10_000 };

type ProviderProps = Partial<Pick<AlloyProviderProps, 'loadSdk' | 'region' | 'labels' | 'onEvent'>>;

export function Provider({
  children,
  ...props
}: ProviderProps & { children?: ReactNode }): ReactElement {
  return (
    <AlloyProvider getToken={() => Promise.resolve(jwt)} {...props}>
      {children}
    </AlloyProvider>
  );
}

export function renderButton(
  props: IntegrationButtonProps = { integrationId: 'i1' },
  provider: ProviderProps = {},
): ReturnType<typeof render> {
  return render(
    <Provider {...provider}>
      <IntegrationButton {...props} />
    </Provider>,
  );
}

export function renderInstall(options: UseAlloyInstallOptions, provider: ProviderProps = {}) {
  return renderHook(() => useAlloyInstall(options), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <Provider {...provider}>{children}</Provider>
    ),
  });
}

export function renderAuthenticate(
  options: UseAlloyAuthenticateOptions,
  provider: ProviderProps = {},
) {
  return renderHook(() => useAlloyAuthenticate(options), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <Provider {...provider}>{children}</Provider>
    ),
  });
}

/** A real click, as only a browser can make one. */
export async function click(element: Element): Promise<void> {
  await userEvent.click(element);
}

export async function openByButton(name = 'Connect'): Promise<HTMLIFrameElement> {
  await click(await screen.findByRole('button', { name }));
  return loadedFrame();
}

/** The frame of the modal on screen, once its page is there. */
export function loadedFrame(): Promise<HTMLIFrameElement> {
  return vi.waitFor(() => {
    const frame = modal().querySelector('iframe');
    if (!frame || modal().ariaBusy) throw new Error('The page of the modal is not there yet.');
    return frame;
  }, PATIENT);
}

export function modal(): HTMLDialogElement {
  const dialog = openModals().at(-1);
  if (!dialog) throw new Error('There is no modal.');
  return dialog;
}

/** All of them, in shadow roots too. */
export function openModals(root: ParentNode = document): HTMLDialogElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('dialog.alloy-dialog') ? [element as HTMLDialogElement] : []),
    ...(element.shadowRoot ? openModals(element.shadowRoot) : []),
  ]);
}

export async function modalIsGone(): Promise<void> {
  await vi.waitFor(() => {
    if (openModals().length > 0) throw new Error('The modal is still there.');
  }, PATIENT);
}

export function closeButton(): HTMLElement {
  const button = modal().querySelector<HTMLElement>('button[aria-label="Close"]');
  if (!button) throw new Error('The modal has no close button.');
  return button;
}

/** Beside the box, where the page behind shows through. */
export async function clickBackdrop(): Promise<void> {
  await userEvent.click(modal(), { position: { x: 8, y: 8 } });
}

/** The page in the modal, as the user sees it. */
export function inside(frame: HTMLIFrameElement): FrameLocator {
  return page.frameLocator(page.elementLocator(frame));
}

/** Has the page in the modal send a message to the SDK. */
export function say(frame: HTMLIFrameElement, message: unknown): void {
  frame.contentWindow?.postMessage({ say: message }, '*');
}

export function query(frame: HTMLIFrameElement): URLSearchParams {
  return new URL(frame.src).searchParams;
}

/** Waits until every message that was sent by now has been delivered. */
export async function messagesDelivered(frame: HTMLIFrameElement): Promise<void> {
  const mark = Math.random();
  const delivered = new Promise<void>((resolve) => {
    function onMessage({ data }: MessageEvent): void {
      if ((data as { mark?: unknown }).mark !== mark) return;
      window.removeEventListener('message', onMessage);
      resolve();
    }
    window.addEventListener('message', onMessage);
  });
  say(frame, { mark });
  await delivered;
}

/** A frame of another process gets the focus a moment after the key that leads there. */
export async function focusIsOn(frame: HTMLIFrameElement): Promise<void> {
  await vi.waitFor(() => expect(frame).toHaveFocus(), PATIENT);
}
