import type { BrowserCommand } from 'vitest/node';
import type { Answer } from './cases.ts';
import { startFaultServer, type FaultServer } from './server.ts';

let server: Promise<FaultServer> | undefined;

function running(): Promise<FaultServer> {
  return (server ??= startFaultServer());
}

/** An address of a real server that answers like this. */
export const planFaults: BrowserCommand<[answers: Answer[]]> = async (_, answers) =>
  (await running()).plan(answers);

export const countFaultRequests: BrowserCommand<[url: string]> = async (_, url) =>
  (await running()).requests(url);

/** The fault suite's results, where they were asked for. */
export const printFaults: BrowserCommand<[table: string]> = (_, table) => {
  if (process.env.npm_lifecycle_event === 'test:faults') process.stdout.write(`\n${table}\n`);
};
