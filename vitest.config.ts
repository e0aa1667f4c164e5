import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/once/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/once/run-folder.ts', 'test/once/sample-system.ts'],
    // For two cores: a test often waits for the embedded services or the browser, and the third works then.
    maxWorkers: 3,
    // Three processes for all files: one for each would spend a third of the run on starting and on loading the same
    // libraries. So no file may change what another reads: no module mock, no state kept in a module.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Short-lived objects are most of what tests make: with room for them the collector has a tenth less to do.
    execArgv: ['--max-semi-space-size=32'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
