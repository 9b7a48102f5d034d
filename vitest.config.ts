import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: vitest would load its CommonJS and its ES build side by side.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files of one worker share their modules, and so the sample they ask: loading both again for each costs more than the tests.
    isolate: false,
  },
});
