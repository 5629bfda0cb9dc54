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
          testTimeout: 60_000,
        },
      },
    ],
    maxWorkers: 2,
    passWithNoTests: false,
  },
})
