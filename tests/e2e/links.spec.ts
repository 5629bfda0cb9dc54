import { expect, test } from '@playwright/test'
import { bundled } from '../browser/bundled.ts'
import { open, standing } from './support/shardscope.ts'

const { encodeLink } = await bundled<typeof import('../../src/scenario/index.ts')>(
  new URL('../../src/scenario/index.ts', import.meta.url),
)
const { builtIn } = await bundled<typeof import('../scenario/sixScenes.ts')>(
  new URL('../scenario/sixScenes.ts', import.meta.url),
)

const BAD = [
  ['damaged', '#s=1.1.bm90IGEgc2NlbmFyaW8&t=3'],
  ['cut off', '#s=1.1.&t=3'],
  ['of a newer format', '#s=99.1.S0stLk4FAA&t=3'],
  ['hostile', '#s=1.1.<script>alert(1)</script>'],
  ['of a scene that does not exist', '#scenario=no-such-scene'],
] as const

for (const [what, hash] of BAD) {
  test(`a link that is ${what} says so, keeps its text at hand, and something runs`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('dialog', (dialog) => errors.push(dialog.message()))
    await open(page, hash)
    await expect(page.getByText('This link could not be opened.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: "The link's text" })).toHaveValue(/^#/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One shard, one reader')
    await page.getByRole('button', { name: 'Close this message' }).click()
    await expect(page.getByText('This link could not be opened.')).toBeHidden()
    expect(errors).toEqual([])
  })
}

test('text from a link is text', async ({ page }) => {
  const scenario = builtIn('one-shard')
  if (scenario === null) throw new Error('the starter scene is missing')
  const title = '<img src=x onerror=alert(1)>'
  const errors: string[] = []
  page.on('dialog', (dialog) => errors.push(dialog.message()))
  page.on('request', (request) => request.url().endsWith('/x') && errors.push(request.url()))
  const { id: _, ...own } = scenario
  await open(page, await encodeLink({ ...own, title }, 1, 2))
  await standing(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  expect(errors).toEqual([])
})

test('a link made with another engine says so and opens', async ({ page }) => {
  const scenario = builtIn('two-shards')
  if (scenario === null) throw new Error('the scene is missing')
  const { id: _, ...own } = scenario
  await open(page, await encodeLink(own, 9999, 2))
  await standing(page)
  await expect(page.getByText(/another version of the engine/)).toBeVisible()
})
