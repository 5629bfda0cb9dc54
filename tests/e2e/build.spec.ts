import { expect, test } from '@playwright/test'
import { connectTo, dragLink, dragOut, linkCount, node, openEmpty, place } from './support/building.ts'
import { standing, told } from './support/shardscope.ts'

test('built by mouse: dragged out, linked, refused with its reason, renamed, deleted, all undone and redone', async ({
  page,
}) => {
  await openEmpty(page)
  await dragOut(page, 'Producer', 100, 120)
  await dragOut(page, 'Kinesis stream', 420, 130)
  await dragOut(page, 'Workers', 760, 130)
  await expect(page.locator('.react-flow__node')).toHaveCount(3)
  await dragLink(page, 'Producer', 'Stream')
  await expect.poll(() => linkCount(page)).toBe(1)

  // Workers read queues: the link is not made, and the page says why.
  await dragLink(page, 'Stream', 'Workers')
  await expect(
    page.getByText('A stream is read by applications, functions, counters and Kinesis queues.'),
  ).toBeVisible()
  expect(await linkCount(page)).toBe(1)

  await node(page, 'Workers').dblclick()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveValue('Workers')
  await name.fill('Packers')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(node(page, 'Packers')).toBeVisible()

  await node(page, 'Stream').click({ position: { x: 60, y: 8 } })
  await page.keyboard.press('Delete')
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  expect(await linkCount(page)).toBe(0)

  const undo = page.getByRole('button', { name: 'Undo' })
  for (let i = 0; i < 6; i += 1) await undo.click()
  await expect(undo).toBeDisabled()
  await expect(page.getByText('Nothing sends yet.')).toBeVisible()
  const redo = page.getByRole('button', { name: 'Redo' })
  for (let i = 0; i < 6; i += 1) await redo.click()
  await expect(redo).toBeDisabled()
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  await expect(node(page, 'Packers')).toBeVisible()
})

test('built by keyboard: palette, arrows, connecting with its reasons, F2, Delete', async ({ page }) => {
  await openEmpty(page)
  const palette = page.getByRole('toolbar', { name: 'Palette' })
  await palette.getByRole('button', { name: 'Producer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-node="producer"]')).toBeFocused()
  const before = await node(page, 'Producer').boundingBox()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const after = await node(page, 'Producer').boundingBox()
  expect(after?.y ?? 0).toBeGreaterThan((before?.y ?? 0) + 10)
  // Enter settles it and goes back for the next one: the queue is two below.
  await page.keyboard.press('Enter')
  await expect(palette.getByRole('button', { name: 'Producer' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(palette.getByRole('button', { name: 'SQS queue', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-node="queue"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-node="queue"]')).toBeFocused()

  // From the queue nothing leads to the producer, and the list says why.
  await page.keyboard.press('c')
  const list = page.getByRole('dialog', { name: 'Connect Queue to' })
  await expect(list.getByRole('option', { name: /^Producer A queue is read by workers/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-node="queue"]')).toBeFocused()

  await place(page, 'Workers')
  await page.keyboard.press('Escape')
  await page.locator('[data-node="producer"]').focus()
  await connectTo(page, 'queue')
  await expect.poll(() => linkCount(page)).toBe(1)
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-node="queue"]')).toBeFocused()
  await connectTo(page, 'workers')
  await expect.poll(() => linkCount(page)).toBe(2)
  await expect(page.locator('#done')).toHaveText('Queue is linked to Workers.')

  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  // A name that another node has gets a number: sentences call nodes by their names alone.
  await page.keyboard.type('Workers')
  await page.keyboard.press('Enter')
  await expect(page.locator('#done')).toHaveText('Renamed to Workers 2.')
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Orders')
  await page.keyboard.press('Enter')
  await expect(node(page, 'Orders')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect.poll(() => linkCount(page)).toBe(2)
  await page.keyboard.press('Space')
  await expect.poll(() => told(page, 'session')).toBe('running')
})

test('a note stands on the canvas, is written there, and the run knows nothing of it', async ({ page }) => {
  await openEmpty(page)
  await place(page, 'Producer')
  await page.keyboard.press('Escape')
  const before = (await standing(page)).fingerprint
  await dragOut(page, 'Note', 420, 300)
  await page.getByRole('button', { name: /^Note, note:/ }).dblclick()
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('Look at the buffer.')
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Note, note: Look at the buffer.' })).toBeVisible()
  expect((await standing(page)).fingerprint).toBe(before)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Look at the buffer.')).toHaveCount(0)
})
