import { cookies } from 'next/headers';
import { createAlloyClient, createTokenHandler } from 'alloy-react/server';

const handler = createTokenHandler({
  alloy: createAlloyClient({
    apiKey: () => process.env.ALLOY_API_KEY ?? '',
    baseUrl: process.env.ALLOY_BASE_URL,
  }),
  async identify() {
    const session = (await cookies()).get('session');
    return session ? { username: session.value } : null;
  },
});

export { handler as GET, handler as POST };
