import { createBackend } from './backend.js';

const env = { ALLOY_BASE_URL: Deno.env.get('ALLOY_BASE_URL') };
const onListen = ({ port }) => console.log(`port ${port}`);
Deno.serve({ port: 0, hostname: '127.0.0.1', onListen }, createBackend(env));
