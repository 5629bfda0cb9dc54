import { expect, type Page, test } from '@playwright/test'
import { open, pause, playedTo } from './support/shardscope.ts'

const row = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Table of nodes and links' })
    .getByRole('row', { name: new RegExp(`Parts of ${name} `) })
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? document.activeElement?.textContent)

test('the table in the canvas’s place: the same state and the same commands, by keyboard alone', async ({ page }) => {
  await open(page, '#scenario=two-shards&rate=4000')
  await playedTo(page, 3_000_000)
  await page.keyboard.press('v')
  const table = page.getByRole('table', { name: 'Nodes' })
  await expect(table).toBeVisible()
  await expect(row(page, 'Click stream')).toContainText(/refuses .* a second, shards 1 and 2/)
  await expect(page.getByRole('table', { name: 'Links' })).toContainText('more records than shards 1 and 2 may take')
  await pause(page)

  // Along the rows, into one, and selected: its panel opens.
  await page.locator('.twin [data-node="producer"]').focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('stream')
  await page.keyboard.press('ArrowRight')
  await expect(table.getByRole('row', { name: /^Shard 2 open/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('#inspector').getByRole('heading', { name: 'Click stream', level: 2 })).toBeVisible()

  // What may be done to it now, and the menu of the canvas.
  await table.getByRole('button', { name: 'Split shard 2' }).press('Enter')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeEnabled()
  await page.locator('.twin [data-node="stream"]').focus()
  await page.keyboard.press('ArrowDown')
  await table.getByRole('button', { name: 'Commands for Counter' }).press('Enter')
  await page.getByRole('menuitem', { name: /^Duplicate/ }).press('Enter')
  await expect(row(page, 'Counter 2')).toBeVisible()
  await expect(page.locator('.twin [data-node]')).toHaveCount(4)
  await expect.poll(() => focused(page)).not.toBe('producer')
  await page.keyboard.press('Delete')
  await expect(page.locator('.twin [data-node]')).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(undo).toBeDisabled()

  // The browser keeps the choice, and the keyboard stays at the node when the canvas comes back.
  await page.reload()
  await expect(table).toBeVisible()
  // The canvas under it is workable when it has been drawn once.
  await expect(page.locator('.react-flow__node').first()).toBeAttached()
  await page.locator('.twin [data-node="stream"]').focus()
  await page.keyboard.press('v')
  await expect(table).toBeHidden()
  await expect.poll(() => focused(page)).toBe('stream')

  // On the canvas: to any node, and to a node's links.
  await page.keyboard.press('PageUp')
  expect(await focused(page)).toBe('producer')
  await page.keyboard.press('l')
  await expect(page.locator('#done')).toHaveText('Link from Clicks to Click stream, 1 of 1.')
  await page.keyboard.press('Delete')
  await expect(page.locator('#done')).toHaveText('The link from Clicks to Click stream is gone.')
  await expect(page.locator('.stage-node[data-node]')).toHaveCount(3)
})

test('sizes are written in kB and MB when somebody wants them so, at once and after the page is loaded again', async ({
  page,
}) => {
  await open(page, '#scenario=bytes-bind')
  const stage = page.locator('#stage')
  await expect(stage).toContainText('1,000 rec/s, 1 MiB/s')
  await page.keyboard.press(',')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: 'kB, MB' }).check()
  await page.keyboard.press('Escape')
  await expect(stage).toContainText('1,000 rec/s, ≈ 1.05 MB/s')
  // What is a limit has all its digits where there is room for them.
  await expect(page.locator('#inspector')).toContainText('takes at most 1.048576 MB/s')
  const size = page.getByRole('textbox', { name: 'Size of a record, kB' })
  await expect(size).toHaveValue('2.048')
  await page.reload()
  await size.fill('3 KiB')
  await size.press('Enter')
  await expect(size).toHaveValue('3.072')
})
