import { createAlloyClient, createTokenHandler } from 'alloy-react/server';

const handler = createTokenHandler({
  alloy: createAlloyClient({
    apiKey: () => process.env.ALLOY_API_KEY ?? '',
    baseUrl: process.env.ALLOY_BASE_URL,
  }),
  identify: () => ({ username: 'sandbox-user' }),
});

export const loader = ({ request }) => handler(request);
export const action = loader;
