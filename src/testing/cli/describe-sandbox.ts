/** What the terminal shows once the sandbox runs: the props that lead an app to it, to be pasted. */
export function describeSandbox(origin: string, apiKey: string | undefined): string {
  return `Alloy's sandbox, in memory, at ${origin}

In your app:

  import { AlloyProvider, loadAlloyScript } from 'alloy-react';

  const loadSdk = loadAlloyScript({ src: '${origin}/scripts/embedded.js' });
  const sandboxFetch: typeof fetch = (input, init) =>
    fetch(new Request(input).url.replace(/^https:\\/\\/[\\w-]*embedded\\.runalloy\\.com/, '${origin}'), init);

  <AlloyProvider
    tokenUrl="${origin}/token"
    tokenRequest={{ credentials: 'include' }}
    loadSdk={loadSdk}
    fetch={sandboxFetch}
  >

In your backend, to build the token endpoint yourself (${apiKey === undefined ? 'any API key' : 'the API key you gave'} is accepted):

  createAlloyClient({ apiKey: ${apiKey === undefined ? "'sandbox'" : 'process.env.ALLOY_API_KEY'}, baseUrl: '${origin}' })

Orders, each a POST with JSON: ${origin}/sandbox/fail { "status": 429, "retryAfterSeconds": 2 },
/sandbox/slow { "ms": 3000 }, /sandbox/install { "integrationId": "..." }, /sandbox/rotate-key { "apiKey": "..." }
`;
}
