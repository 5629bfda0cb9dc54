import { expect, type Page, test } from '@playwright/test'
import { open, standing } from './support/shardscope.ts'

const step = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'Steps on the timeline' }).getByRole('option', { name })

/** Moves the mouse from the middle of a step by so many seconds of a run of two minutes. */
async function drag(page: Page, name: string | RegExp, seconds: number, end = false): Promise<void> {
  const track = await page.getByRole('listbox', { name: 'Steps on the timeline' }).boundingBox()
  const from = await step(page, name).boundingBox()
  if (track === null || from === null) throw new Error('the step is not drawn')
  const [x, y] = [end ? from.x + from.width - 1 : from.x + from.width / 2, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + ((seconds / 120) * track.width) / 2, y, { steps: 3 })
  await page.mouse.move(x + (seconds / 120) * track.width, y)
  await page.mouse.up()
}

test('what was done is moved, changed and removed on the timeline, by mouse and by key, each one step of undo', async ({
  page,
}) => {
  await open(page, '#scenario=taking-turns&t=30')
  const { fingerprint } = await standing(page)
  await drag(page, '0:20.0 to 0:45.0, Packers: worker 3 dead', 5)
  await drag(page, '0:25.0 to 0:50.0, Packers: worker 3 dead', 10, true)
  await expect(step(page, '0:25.0 to 1:00.0, Packers: worker 3 dead')).toBeVisible()
  expect((await standing(page)).now).toBe('30000000')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await standing(page)).fingerprint).toBe(fingerprint)

  await step(page, '0:20.0 to 0:45.0, Packers: worker 3 dead').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(step(page, '0:21.0 to 0:45.0, Packers: worker 3 dead')).toBeFocused()
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Packers: worker 3 dead' })
  await expect(editor.getByRole('textbox', { name: 'From, s' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await editor.getByRole('combobox', { name: 'Worker' }).selectOption({ label: '1' })
  await page.keyboard.press('Escape')
  await expect(step(page, '0:10.0 to 0:45.0, Packers: worker 1 dead')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(step(page, /./)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(step(page, '0:10.0 to 0:45.0, Packers: worker 1 dead')).toBeVisible()
})

test('a fault is caused from the menu and by Ctrl K; what this scene cannot have says why', async ({ page }) => {
  await open(page, '#scenario=taking-turns&t=30')
  await standing(page)
  await page.getByRole('button', { name: 'Cause a fault' }).click()
  await expect(page.getByRole('option', { name: /^Reshard There is no stream/ })).toBeDisabled()
  await page.getByRole('option', { name: /^Slow consumer: Packers/ }).click()
  await expect(step(page, '0:30.0 to 0:40.0, Packers: work for one message 13 s')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.locator('dialog[open] input')).toBeFocused()
  await page.keyboard.type('lost ack')
  await page.keyboard.press('Enter')
  await expect(step(page, '0:30.0 to 0:40.0, Orders: deletes without effect 20 %')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(step(page, /./)).toHaveCount(1)
})

test('the run stops at the first crash, steps back from it, and goes from mark to mark; a bookmark travels in the link', async ({
  page,
}) => {
  await open(page, '#scenario=taking-turns&t=1')
  await standing(page)
  await page.getByRole('button', { name: 'Marks', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Marks' })
  await sheet.getByRole('checkbox', { name: 'Stop at the first of this: Crash' }).check()
  await expect(sheet.getByRole('button', { name: '0:20.0' })).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Value, messages' }).fill('4')
  await page.keyboard.press('Enter')
  const crossing = sheet.getByRole('checkbox', { name: 'Stop when Orders: waiting above 4 messages' })
  await crossing.uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('Infinity')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByText('Stopped: first crash, of Packers.')).toBeVisible()
  expect((await standing(page)).now).toBe('20000000')
  await page.locator('body').press('ArrowLeft')
  expect(Number((await standing(page)).now)).toBeLessThan(20_000_000)
  await page.locator('body').press('m')
  expect((await standing(page)).now).toBe('20000000')
  await page.locator('body').press('Shift+M')
  const { now } = await standing(page)
  expect(Number(now)).toBeLessThan(20_000_000)

  await page.locator('body').press('d')
  await expect(page.getByRole('textbox', { name: 'Name of the bookmark' })).toBeFocused()
  await page.keyboard.type('Look here')
  await page.keyboard.press('Enter')
  const mark = page.getByRole('listbox', { name: 'Marks on the timeline' }).getByRole('option', { name: /Look here$/ })
  await expect(mark).toBeVisible()
  await page.locator('body').press('Home')
  await standing(page)
  await mark.click()
  expect((await standing(page)).now).toBe(now)
  expect(page.url()).toContain('#s=')
})
