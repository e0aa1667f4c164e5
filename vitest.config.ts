import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores: the embedded services of the integration tests share them with the runner.
    maxWorkers: 2,
    // Two processes for all files: one for each would spend a third of the run on starting and on loading the same
    // libraries. So no file may change what another reads: no module mock, no state kept in a module.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
