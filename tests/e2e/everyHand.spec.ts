import { expect, type Locator, type Page, test } from '@playwright/test'
import { caretsOf, movedBy } from '../canvas/runAt.ts'
import { builtIn } from '../scenario/sixScenes.ts'
import { ALL_HANDS, allHandsLink } from './support/allHands.ts'
import { anotherRun, comesAndGoes, done, sameRun, standStill, tabTo } from './support/hands.ts'
import { select, standing } from './support/shardscope.ts'

// Every gesture by which a hand causes something, by mouse and by key; hands.spec.ts has the ruler and the console of a queue.

const NOW = 12_000_000
const EARLY_SECONDS = 6
/** What a caret's label says: where it goes, and how many records are read again or never. */
async function readLabel(page: Page): Promise<{ to: string; again: number; skipped: number }> {
  const label = page.locator('.hand-label')
  await expect(label).toContainText(/read/)
  const text = (await label.innerText()).replaceAll(',', '')
  const number = (words: RegExp) => Number(text.match(words)?.[1] ?? 0)
  return {
    to: text.match(/goes to (.+?)( in every shard)?\n/)?.[1] ?? '',
    again: number(/(\d+) records? (?:is|are) read again/),
    skipped: number(/(\d+) records? (?:is|are) never read/),
  }
}

/** Takes a caret by its middle, and reads what it says `dx` from there. */
async function dragCaret(page: Page, caret: Locator, dx: number) {
  const box = (await caret.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y)
  await page.mouse.move(x + dx, y)
  const said = await readLabel(page)
  await page.mouse.up()
  return said
}

test('KIN2.08 a caret snaps to oldest, newest, a time and a sequence number, and tells what the engine then reads again', async ({
  page,
}) => {
  const scenario = builtIn('two-shards')!
  const before = await standStill(page, '#scenario=two-shards&t=12')
  const caret = page.getByRole('slider', { name: 'Caret of Counter in shard 1' })
  const carets = caretsOf(scenario, NOW, 'reader')
  const moved = (to: number | 'TRIM_HORIZON' | 'LATEST') =>
    movedBy(scenario, NOW, 'reader', carets, { action: 'goTo', to })

  const time = await dragCaret(page, caret, 50)
  expect(time.to).toMatch(/^0:0\d$/)
  const back = 12 - Number(time.to.slice(2))
  expect(time).toEqual({ to: time.to, ...moved(back) })
  expect(time.again).toBeGreaterThan(1000)
  await comesAndGoes(page, new RegExp(`Counter goes to ${back} s back`), before)

  const oldest = await dragCaret(page, caret, 300)
  expect(oldest).toEqual({ to: 'the oldest record left', ...moved('TRIM_HORIZON') })
  await comesAndGoes(page, /Counter goes to the oldest record/, before)

  const newest = await dragCaret(page, caret, -30)
  expect(newest).toEqual({ to: 'the newest record', ...moved('LATEST') })
  await comesAndGoes(page, /Counter goes to the newest record/, before)

  // By key: by the second, to both ends.
  await caret.focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  expect(await readLabel(page)).toEqual({ to: '0:10', ...moved(2) })
  await page.keyboard.press('Enter')
  await comesAndGoes(page, /Counter goes to 2 s back/, before)
  await caret.focus()
  await page.keyboard.press('End')
  expect(await readLabel(page)).toEqual({ to: 'the oldest record left', ...moved('TRIM_HORIZON') })
  await page.keyboard.press('Escape')
  await expect(page.locator('.hand-label')).toHaveCount(0)

  // Close up each record has a place of its own.
  const close = await standStill(page, await allHandsLink(EARLY_SECONDS))
  const single = page.getByRole('slider', { name: 'Caret of Search in shard 1' })
  const one = await dragCaret(page, single, 40)
  const record = Number(one.to.match(/^record (\d+) of shard 1$/)?.[1])
  const goTo = { action: 'goToRecord', shard: 0, record: record - 1 } as const
  const early = EARLY_SECONDS * 1e6
  expect(one).toEqual({
    to: one.to,
    ...movedBy(ALL_HANDS, early, 'search', caretsOf(ALL_HANDS, early, 'search'), goTo),
  })
  expect(one.again).toBeGreaterThan(0)
  await comesAndGoes(page, new RegExp(`Search goes to record ${record} of shard 1`), close)
  await single.focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  const byKey = await readLabel(page)
  await page.keyboard.press('Enter')
  await comesAndGoes(page, new RegExp(`Search goes to ${byKey.to}`), close)
  // Who has not come has no place that could be moved.
  await expect(page.getByRole('slider', { name: 'Caret of Late in shard 1' })).toHaveCount(0)
})

const SWITCHES = [
  ['mailer', 'Throttle Mailer', /Mailer may not run/, 'Let Mailer run', /Mailer may run again/],
  ['bank', 'Kill Bank', /Bank goes down/, 'Start Bank', /Bank is there again/],
  ['counter', 'Kill Counter', /Counter goes down/, 'Start Counter', /Counter is there again/],
  ['billing', 'Kill worker 2 of Billing', /worker 2 dies/, 'Start worker 2 of Billing', /worker 2 starts/],
  ['search', 'Kill worker 1 of Search', /worker 1 dies/, 'Start worker 1 of Search', /worker 1 starts/],
  ['packers', 'Kill worker 2 of Packers', /worker 2 dies/, 'Start worker 2 of Packers', /worker 2 starts/],
] as const
const ONCE = [
  ['shop', 'Send one from Shop', /Shop sends one/],
  ['topic', 'Send one to News', /News: one sent by hand/],
  ['old', 'Send one to Old shop', /Old shop: one sent by hand/],
  ['jobs', 'Take one out of Jobs', /Jobs: one received by hand/],
  ['line', 'Take one out of Line.fifo', /Line.fifo: one received by hand/],
] as const

test('whatever can be stopped, started, sent and taken by hand: by mouse and by key, and undo takes it back', async ({
  page,
}) => {
  const before = await standStill(page, await allHandsLink(EARLY_SECONDS))
  const handle = (name: string) => page.getByRole('button', { name, exact: true })
  const back = page.getByRole('button', { name: 'Back to the scene' })

  for (const [node, down, fell, up, rose] of SWITCHES) {
    // Workers are handles of a node that is selected.
    const isWorker = /worker/.test(down)
    if (isWorker) await page.locator(`.stage-node[data-node="${node}"]`).click()
    await handle(down).click()
    await expect(handle(up)).toBeVisible()
    if (isWorker) await back.click()
    await comesAndGoes(page, fell, before)

    await tabTo(page, node, down)
    await page.keyboard.press('Enter')
    await expect(done(page)).toContainText(fell)
    await expect(handle(up)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(done(page)).toHaveCount(2)
    await expect(done(page).last()).toContainText(rose)
    await page.keyboard.press('Control+z')
    await comesAndGoes(page, fell, before)
  }

  for (const [node, name, words] of ONCE) {
    await handle(name).click()
    await comesAndGoes(page, words, before)
    await tabTo(page, node, name)
    await page.keyboard.press('Enter')
    await comesAndGoes(page, words, before)
  }

  // What was taken can be deleted, until the taking is undone; another deed in its place is not the taking.
  await handle('Take one out of Jobs').click()
  const remove = handle('Delete the message taken from Jobs')
  await remove.click()
  await expect(done(page).last()).toContainText('Jobs: what was received by hand is deleted')
  await expect(remove).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(remove).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(remove).toHaveCount(0)
  await select(page, 'Jobs')
  await page.getByRole('button', { name: 'Purge the queue' }).click()
  await anotherRun(page, before)
  await standing(page)
  await expect(remove).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await sameRun(page, before)

  // The calls of a stream: chosen and made by mouse, then by key.
  await select(page, 'Orders')
  const console = page.getByRole('region', { name: 'API console' })
  await console.getByRole('button', { name: 'API console' }).click()
  const made = console.getByRole('list', { name: 'Calls made' }).locator('li')
  await console.getByRole('button', { name: 'Call PutRecord' }).click()
  await expect(made).toContainText(/PutRecord .*Success\./)
  await page.keyboard.press('Control+z')
  await expect(made).toHaveCount(0)
  await console.getByLabel('Call', { exact: true }).selectOption('SplitShard')
  await console.getByLabel('NewStartingHashKey').focus()
  await page.keyboard.press('Enter')
  await expect(made).toContainText(/SplitShard .*Success\./)
  // In a field of text Ctrl Z is the field's own.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(made).toHaveCount(0)
  await sameRun(page, before)
})
