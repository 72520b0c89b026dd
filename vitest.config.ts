import { defineConfig } from 'vitest/config'

/** A kind of test, run alone by `npm run test:<name>`. */
const project = (name: string, globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], globalSetup },
})

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('site'),
      project('browser', ['test/helpers/browser-setup.ts']),
      project('property'),
    ],
    reporters: ['default', './test/helpers/tally-reporter.ts'],
    // Generous limits: a loaded machine makes tests slow, and slow is not wrong.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Builds change the working folder's process-wide state, so each file has a process of its own.
    pool: 'forks',
    maxWorkers: 2,
  },
})
