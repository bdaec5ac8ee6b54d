import { defineConfig } from 'vitest/config';

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  oxc: { jsx: { runtime: 'automatic' } },
  test: { globals: true, environment: process.env.VITEST_ENVIRONMENT ?? 'jsdom' },
});
