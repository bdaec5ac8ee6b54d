import { createBackend } from './backend.js';

const { port } = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: createBackend(process.env),
});
console.log(`port ${port}`);
