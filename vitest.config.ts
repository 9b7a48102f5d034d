import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: vitest would load its CommonJS and its ES build side by side.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
});
