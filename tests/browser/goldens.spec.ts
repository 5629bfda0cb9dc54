import { expect, test } from '@playwright/test'
import goldens from '../determinism/goldens.json' with { type: 'json' }
import { evaluateModule } from './evaluateModule.ts'

test('the golden runs have the same fingerprints in this browser', async ({ page }) => {
  const runs = await evaluateModule(page, '../determinism/goldenRuns.ts', 'goldenRuns')
  expect(runs).toEqual(goldens.goldens)
})
