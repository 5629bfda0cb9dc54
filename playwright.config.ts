import { defineConfig } from '@playwright/test'
import { launchOptions, requireChromium } from './tests/run/chromium.ts'
import { freePort } from './tests/run/freePort.ts'

// Every worker reads this file again: the first reading chooses the port, the others inherit it.
const port = process.env['SHARDSCOPE_TEST_PORT'] ?? String(await freePort())
process.env['SHARDSCOPE_TEST_PORT'] = port
const address = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'browser/**/*.spec.ts'],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // A crowded machine may be five times slower; a wait that ends well costs nothing.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    baseURL: address,
    browserName: 'chromium',
    launchOptions: launchOptions(requireChromium()),
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
  },
  webServer: {
    command: 'node src/cli/run.mjs src/cli/serve.ts',
    env: { PORT: port },
    url: address,
    reuseExistingServer: false,
  },
})
