import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/browser-setup.ts'],
    reporters: ['default', './test/helpers/tally-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Builds change the working folder's process-wide state, so each file has a process of its own.
    pool: 'forks',
    maxWorkers: 2,
  },
})
