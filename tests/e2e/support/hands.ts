import { expect, type Locator, type Page } from '@playwright/test'
import { standing } from './shardscope.ts'

/** The list of what was done by hand, beside the scene. */
export const done = (page: Page) => page.locator('#inspector .done-list li')

// The run as the page tells it: asked inside of the page, which is quicker than to ask again and again from outside.
const ATTRIBUTE = 'data-fingerprint'
export const sameRun = (page: Page, fingerprint: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute(ATTRIBUTE, fingerprint)
export const anotherRun = (page: Page, fingerprint: string): Promise<void> =>
  expect(page.locator('html')).not.toHaveAttribute(ATTRIBUTE, fingerprint)

/** At a moment of a run that stands, with the handles on the canvas. */
export async function standStill(page: Page, hash: string): Promise<string> {
  await page.goto(`./${hash}`)
  await standing(page)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.mouse.move(700, 620)
  await page.mouse.move(700, 600)
  await expect(page.getByRole('button', { name: /^Send one from/ }).first()).toBeVisible()
  return (await standing(page)).fingerprint
}

/** The run is another one, and after Ctrl Z the same to the last bit; `steps`: where it is told, by itself beside the scene. */
export async function comesAndGoes(
  page: Page,
  words: RegExp,
  before: string,
  steps: Locator = done(page),
): Promise<void> {
  await expect(steps).toHaveCount(1)
  await expect(steps).toContainText(words)
  await anotherRun(page, before)
  await page.keyboard.press('Control+z')
  await expect(steps).toHaveCount(0)
  await sameRun(page, before)
}

/** The keyboard goes from a node to one of its handles. */
export async function tabTo(page: Page, node: string, name: string): Promise<void> {
  await page.locator(`.stage-node[data-node="${node}"]`).focus()
  const handle = page.getByRole('button', { name, exact: true })
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    if (await handle.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The tab key does not lead from ${node} to ${name}.`)
}
