import { expect, type Locator, type Page } from '@playwright/test'
import { open } from './shardscope.ts'

export const node = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ has: page.getByRole('button', { name: new RegExp(`^${name},`) }) })

const entry = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Palette' }).getByRole('button', { name, exact: true })

/** An empty page with the palette beside it. */
export async function openEmpty(page: Page): Promise<void> {
  await open(page, '#scenario=one-shard')
  await page.getByRole('button', { name: 'Build', exact: true }).click()
  // The canvas is still until it has been touched; on a busy machine what makes it workable takes a while to come.
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await expect(page.getByText('Nothing sends yet.')).toBeVisible()
}

/** Drags a kind out of the palette; `x` and `y` are places in the canvas. */
export async function dragOut(page: Page, name: string, x: number, y: number): Promise<void> {
  const stage = await page.locator('#stage').boundingBox()
  await entry(page, name).hover()
  await page.mouse.down()
  await page.mouse.move((stage?.x ?? 0) + x - 30, (stage?.y ?? 0) + y, { steps: 4 })
  await page.mouse.move((stage?.x ?? 0) + x, (stage?.y ?? 0) + y)
  await page.mouse.up()
}

/** Draws a link from the right ring of a node and lets go of it over the middle of another. */
export async function dragLink(page: Page, from: string, to: string): Promise<void> {
  const ring = await node(page, from).locator('.stage-port.source').boundingBox()
  const target = await node(page, to).boundingBox()
  if (ring === null || target === null) throw new Error(`${from} or ${to} is not on the canvas.`)
  await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 })
  await page.mouse.up()
}

/** Places a kind with Enter; the keyboard stands on the new node. */
export async function place(page: Page, name: string): Promise<void> {
  await entry(page, name).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-node]:focus')).toHaveCount(1)
}

/** Connects the node that has the keyboard: `c`, a name, Enter. */
export async function connectTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c')
  await expect(page.locator('dialog[open] input')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

export const linkCount = (page: Page): Promise<number> => page.locator('.react-flow__edge').count()
