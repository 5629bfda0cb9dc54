import { expect, type Page } from '@playwright/test'

export const SCENES = [
  'one-shard',
  'two-shards',
  'many-readers',
  'taking-turns',
  'slow-reader',
  'same-traffic',
] as const

/** What the page says of itself on its root element. */
export async function told(page: Page, name: string): Promise<string> {
  return (await page.locator('html').getAttribute(`data-${name}`)) ?? ''
}

export const nowMicros = async (page: Page): Promise<number> => Number(await told(page, 'now'))

/** Opens the page and waits until its first run is loaded. */
export async function open(page: Page, hash = '', query = ''): Promise<void> {
  await page.goto(`./${query}${hash}`)
  // A crowded machine takes its time; how long the first message takes is asked in path.spec.ts.
  await expect(page.locator('html')).toHaveAttribute('data-session', /ready|running|paused/, { timeout: 30_000 })
}

/** Waits until so much of the run was shown. */
export async function playedTo(page: Page, micros: number): Promise<void> {
  // Asked often: by itself a poll waits for up to a second, and the run plays on meanwhile.
  await expect.poll(() => nowMicros(page), { intervals: [50] }).toBeGreaterThan(micros)
}

export type Moment = { now: string; fingerprint: string }

/** The moment at which the page stands. Two equal readings after each other: nothing is on its way any more. */
export async function standing(page: Page): Promise<Moment> {
  await expect(page.locator('html')).toHaveAttribute('data-session', /ready|paused/)
  let last: Moment = { now: '', fingerprint: '' }
  await expect(async () => {
    const before = last
    last = { now: await told(page, 'now'), fingerprint: await told(page, 'fingerprint') }
    expect(last).toEqual(before)
  }).toPass({ intervals: [100, 150, 200] })
  return last
}

export async function pause(page: Page): Promise<Moment> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  return standing(page)
}

/** Opens the inspector of a node from the list of the scene. */
export async function select(page: Page, name: string): Promise<void> {
  const back = page.getByRole('button', { name: 'Back to the scene' })
  if (await back.isVisible()) await back.click()
  await page.locator('#inspector').getByRole('button', { name }).first().click()
  await expect(page.locator('#inspector').getByRole('heading', { name, level: 2 })).toBeVisible()
}
