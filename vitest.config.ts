import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          // Theory tests serve 200,000 customers; on two busy cores that takes a while.
          testTimeout: 240_000,
          // Files share the modules of their process: evaluating all of them for each file took two fifths of the time.
          // A test that needs them as they are at the start asks for it (vi.resetModules).
          isolate: false,
        },
      },
    ],
    maxWorkers: 2,
    passWithNoTests: false,
  },
})
