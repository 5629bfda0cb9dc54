import { expect, type Page, test } from '@playwright/test'
import { connectTo, dragOut, node, openEmpty, place } from './support/building.ts'

const boxOf = async (page: Page, name: string) => {
  const box = await node(page, name).boundingBox()
  if (box === null) throw new Error(`${name} is not on the canvas.`)
  return box
}

test('several at once by mouse: Shift, a rectangle, one drag, aligned, duplicated, copied, pasted, from the menu', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openEmpty(page)
  await dragOut(page, 'Producer', 120, 120)
  await dragOut(page, 'Database', 420, 200)
  await dragOut(page, 'SNS topic', 420, 420)
  await node(page, 'Producer').click()
  await node(page, 'Database').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible()

  // One drag moves both, and is one step of undo.
  const before = [await boxOf(page, 'Producer'), await boxOf(page, 'Database')]
  await page.mouse.move(before[0]!.x + 40, before[0]!.y + 40)
  await page.mouse.down()
  await page.mouse.move(before[0]!.x + 70, before[0]!.y + 90, { steps: 5 })
  await page.mouse.up()
  const after = [await boxOf(page, 'Producer'), await boxOf(page, 'Database')]
  expect(Math.round(after[1]!.y - before[1]!.y)).toBe(Math.round(after[0]!.y - before[0]!.y))
  expect(after[0]!.y - before[0]!.y).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await boxOf(page, 'Database')).y).toBeCloseTo(before[1]!.y, 0)

  await page.locator('#inspector').getByRole('button', { name: 'Top', exact: true }).click()
  expect((await boxOf(page, 'Database')).y).toBeCloseTo((await boxOf(page, 'Producer')).y, 0)

  // A rectangle with Shift takes what it touches.
  const stage = (await page.locator('#stage').boundingBox())!
  await page.mouse.click(stage.x + 700, stage.y + 560)
  await page.keyboard.down('Shift')
  await page.mouse.move(stage.x + 300, stage.y + 560)
  await page.mouse.down()
  await page.mouse.move(stage.x + 640, stage.y + 30, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible()
  await expect(page.locator('#inspector').getByText('Topic', { exact: true }).first()).toBeVisible()

  await node(page, 'Topic').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click()
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
  await expect(node(page, 'Topic 2')).toBeVisible()

  await node(page, 'Producer').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Copy/ }).click()
  await expect(page.locator('#done')).toHaveText('Producer copied.')
  await page.mouse.click(stage.x + 700, stage.y + 500, { button: 'right' })
  await page.getByRole('menuitem', { name: /^Paste/ }).click()
  await expect(node(page, 'Producer 2')).toBeVisible()
  const pasted = await boxOf(page, 'Producer 2')
  expect(pasted.x).toBeCloseTo(stage.x + 700, -1)
})

test('several at once by keyboard: everything, moved, duplicated, cut, pasted, arranged; hostile text is refused', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openEmpty(page)
  for (const name of ['Producer', 'Kinesis stream', 'Application']) {
    await place(page, name)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('heading', { name: '3 selected' })).toBeVisible()
  const before = await boxOf(page, 'Stream')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  expect((await boxOf(page, 'Stream')).y).toBeGreaterThan(before.y + 5)
  await page.keyboard.press('Control+d')
  await expect(page.locator('.react-flow__node')).toHaveCount(6)
  await page.keyboard.press('Control+x')
  await expect(page.locator('.react-flow__node')).toHaveCount(3)
  await page.keyboard.press('Control+v')
  await expect(page.locator('.react-flow__node')).toHaveCount(6)

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find a command, a node, a scene' }).getByRole('combobox').fill('arrange')
  await page.keyboard.press('Enter')
  await expect(page.locator('#done')).toHaveText('Arranged along the links.')
  const boxes = await Promise.all((await page.locator('.react-flow__node').all()).map((one) => one.boundingBox()))
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(
        a!.x + a!.width <= b!.x || b!.x + b!.width <= a!.x || a!.y + a!.height <= b!.y || b!.y + b!.height <= a!.y,
      ).toBe(true)

  // Nothing of a text from elsewhere is believed before it has been read.
  await page.evaluate(() => navigator.clipboard.writeText('{"version":1,"nodes":[{"kind":"stream","id":"__proto__"}]}'))
  await page.keyboard.press('Control+v')
  await expect(page.getByText('What was copied cannot be put on the canvas.')).toBeVisible()
  await page.evaluate(() => navigator.clipboard.writeText('<img src=x onerror=alert(1)>'))
  await page.keyboard.press('Control+v')
  await expect(page.getByText('It is not the text of a scene.')).toBeVisible()
  await expect(page.locator('.react-flow__node')).toHaveCount(6)

  // The menu of a node opens with its key and is worked with arrows.
  await page.locator('[data-node="producer"]').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem', { name: /^Delete/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(page.locator('[data-node="producer"]')).toBeFocused()
})

test('a node is found by name, a problem is gone to and mended', async ({ page }) => {
  await openEmpty(page)
  await place(page, 'SQS queue')
  await page.keyboard.press('Escape')
  await place(page, 'Workers')
  await page.keyboard.press('Escape')
  await page.locator('[data-node="queue"]').focus()
  await connectTo(page, 'workers')
  await page.getByRole('button', { name: 'Back to the scene' }).click()
  const work = page.getByRole('textbox', { name: 'Work for one message, ms' })
  await page.keyboard.press('Control+k')
  await expect(page.locator('dialog[open] input')).toBeFocused()
  await page.keyboard.type('workers')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-node="pool"]')).toBeFocused()
  await work.fill('45s')
  await work.press('Enter')
  await page.getByRole('button', { name: 'Back to the scene' }).click()
  await page.getByRole('button', { name: /Workers needs 45 s for what one call brings/ }).click()
  await expect(page.getByRole('heading', { name: 'Queue', level: 2 })).toBeVisible()
  await page
    .locator('#inspector')
    .getByRole('button', { name: /: 1 min$/ })
    .click()
  await expect(page.getByText('Workers needs 45 s')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/Workers needs 45 s/)).toBeVisible()
})
