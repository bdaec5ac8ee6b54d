import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect, type ReactElement } from 'react';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { AlloyProvider, IntegrationButton, useAlloy, type Alloy } from '../../src';
import { takeConsole } from '../support/console';
import { faultCases, type Answer, type FaultCase } from './support/cases';

declare module 'vitest/browser' {
  interface BrowserCommands {
    planFaults(answers: Answer[]): Promise<string>;
    countFaultRequests(url: string): Promise<number>;
    printFaults(table: string): Promise<void>;
  }
}

const HOURS_MS = 3_600_000;
const rows: string[] = [];
let isOnline: boolean;

beforeEach(() => {
  isOnline = true;
  // Retries follow at once, and a computer without any network counts as online all the same.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
});
afterAll(() => commands.printFaults(['| When | the user sees | with |', ...rows].join('\n')));

function setClockWrong(byMs: number): void {
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + byMs);
}

/** Timers run ten times as fast. */
function hurry(): void {
  const { setTimeout } = window;
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms = 0) =>
    setTimeout(run, ms / 10)) as typeof setTimeout);
}

function Status({ handOut }: { handOut: (alloy: Alloy) => void }): ReactElement {
  const alloy = useAlloy();
  useEffect(() => handOut(alloy));
  return (
    <output>
      {alloy.status} {alloy.error?.code}
    </output>
  );
}

async function settledButton(): Promise<HTMLElement> {
  const button = screen.getByRole('button');
  await vi.waitFor(() => expect(button.dataset.state).toMatch(/^(open|error)$/), {
    timeout: 15_000,
    interval: 20,
  });
  return button;
}

/** What the user sees after a click. */
async function click(): Promise<FaultCase['sees']> {
  fireEvent.click(screen.getByRole('button'));
  const button = await settledButton();
  if (button.textContent === 'Try again') return 'Try again';
  expect(document.querySelector('iframe')).not.toBeNull();
  return 'the modal';
}

async function addressFor({ answers, also }: FaultCase): Promise<string> {
  if (also === 'port closed') return 'http://127.0.0.1:9/token';
  if (also === 'no such host') return 'http://token.invalid/none';
  return commands.planFaults(answers);
}

async function play(fault: FaultCase): Promise<void> {
  const { also, sees, code, requests } = fault;
  const tokenUrl = await addressFor(fault);
  const handOut = vi.fn<(alloy: Alloy) => void>();
  if (fault.isFast) hurry();
  if (also === 'clock 48 h fast') setClockWrong(48 * HOURS_MS);
  if (also === 'clock 48 h slow') setClockWrong(-48 * HOURS_MS);
  if (also === 'offline, then online') isOnline = false;
  const { container } = render(
    <AlloyProvider tokenUrl={tokenUrl} tokenRequest={{ credentials: 'include' }}>
      <IntegrationButton integrationId="i1" />
      <Status handOut={handOut} />
    </AlloyProvider>,
  );
  const status = container.querySelector('output');
  if (also === 'refresh') {
    const refresh = handOut.mock.lastCall?.[0].refresh;
    await refresh?.();
    await expect(refresh?.()).rejects.toMatchObject({ name: 'AlloyError' });
  }
  if (also === 'offline, then online') {
    await vi.waitFor(() => expect(status).toHaveTextContent('error token/network'), {
      timeout: 15_000,
    });
    isOnline = true;
    window.dispatchEvent(new Event('online'));
  }
  if (also === 'a second click') expect(await click()).toBe('Try again');
  expect(await click()).toBe(sees);
  await vi.waitFor(() => expect(status?.textContent).toBe(code ? `error ${code}` : 'ready '));
  expect(await commands.countFaultRequests(tokenUrl)).toBe(requests);
  const warnings = takeConsole('warn');
  if (code) expect(warnings).toEqual([expect.stringContaining(code)]);
  rows.push(`| ${fault.when.padEnd(72)} | ${sees.padEnd(9)} | ${(code ?? '').padEnd(18)} |`);
}

for (const fault of faultCases) {
  test(`when ${fault.when}, the user sees ${fault.sees}`, { timeout: 30_000 }, () => play(fault));
}
