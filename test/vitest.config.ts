import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const repository = fileURLToPath(new URL('..', import.meta.url))
/** Where continuous integration wants a report beside what is printed. */
const report = process.env['LATELINE_TEST_REPORT']

/**
 * The tests of the whole project. Files run in processes of their own; stories start a real database and a real
 * program, so the limits are those of a slow machine, not of a fast one: no test may depend on them.
 */
export default defineConfig({
  root: repository,
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    expect: { requireAssertions: true },
    unstubEnvs: true,
    restoreMocks: true,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/store/prisma-client/**'],
      reporter: ['text-summary', 'html'],
    },
  },
})
