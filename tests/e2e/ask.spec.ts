import { expect, test } from '@playwright/test'
import { open, select, standing } from './support/shardscope.ts'

test('a refusal shows its bucket; a record tells its life, and why a reader has not seen it', async ({ page }) => {
  await open(page, '#scenario=two-shards&rate=4000&t=10')
  await standing(page)
  await select(page, 'Click stream')
  await page.getByRole('button', { name: 'Why was it refused?' }).click()
  const refusal = page.getByRole('article').first()
  // The run is played once more first, which takes its time on a busy machine.
  await expect(refusal).toContainText(/Shard \d refused user-/)
  await expect(refusal).toContainText(/left of 1000 records; 1 record needed/)
  await expect(refusal).toContainText('That sum is not the rule: the bucket is.')
  await page.getByRole('button', { name: 'Back to the scene' }).click()
  await page.getByRole('button', { name: 'Ask this run' }).click()
  await page.getByRole('button', { name: 'Tell its life' }).click()
  await expect(page.getByText(/is made by Clicks/)).toBeVisible()
  await expect(page.getByText(/^Counter (has|cannot|never)/)).toBeVisible()
})
