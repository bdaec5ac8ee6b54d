#!/usr/bin/env node
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { toNodeHandler } from '../../server';
import { createSandboxApi } from '../sandbox/api';
import { readAlloyFrontend } from '../site/alloy-frontend';
import { createSandboxSite } from '../site/site';
import { describeSandbox } from './describe-sandbox';

const USAGE = `Usage: alloy-react sandbox [--port 4010] [--api-key KEY] [--token-lifetime SECONDS] [--user NAME]

Serves, from memory and for your own computer alone, what an app that embeds Alloy needs: Alloy's API, a token
endpoint, Alloy's script and the page in its modal. PORT, ALLOY_API_KEY and TOKEN_LIFETIME_SECONDS are read too.`;

const { PORT, ALLOY_API_KEY, TOKEN_LIFETIME_SECONDS } = process.env;

function main(): void {
  const { values, positionals } = readArguments();
  if (values.help || positionals[0] !== 'sandbox' || positionals.length > 1) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const apiKey = values['api-key'] ?? ALLOY_API_KEY;
  const lifetime = values['token-lifetime'] ?? TOKEN_LIFETIME_SECONDS;
  const sandbox = createSandboxApi({
    apiKey,
    tokenLifetimeSeconds: lifetime ? Number(lifetime) : undefined,
    onRequest: ({ method, path, status }) => console.log(`${status} ${method} ${path}`),
  });
  const site = createSandboxSite({
    sandbox,
    readSdk: readAlloyFrontend,
    username: values.user,
    apiKey,
  });
  const handle = toNodeHandler(site);
  const server = createServer((req, res) => void handle(req, res));
  server.on('error', (error) => {
    console.error(`alloy-react sandbox: ${error.message}. Choose another port with --port.`);
    process.exitCode = 1;
  });
  server.listen(Number(values.port ?? PORT ?? 4010), '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(describeSandbox(`http://127.0.0.1:${port}`, apiKey));
  });
}

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log(USAGE);
    process.exit(1);
  }
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      'api-key': { type: 'string' },
      'token-lifetime': { type: 'string' },
      user: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

main();
