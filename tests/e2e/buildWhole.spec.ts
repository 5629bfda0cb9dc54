import { expect, type Page, test } from '@playwright/test'
import { connectTo, dragLink, dragOut, linkCount, node, openEmpty, place } from './support/building.ts'
import { nowMicros, pause, playedTo, told } from './support/shardscope.ts'

// A producer, a stream of two shards with two applications, a queue with dead letters and three workers: built from an empty page.

const NODES = 7
/** Twice the limit uses up what was saved within a second; the numbers that are shown look back over one more. */
const REFUSED_BY_THEN_MICROS = 4_000_000
const LINKS = [
  ['Producer', 'Stream'],
  ['Producer', 'Queue'],
  ['Stream', 'Application'],
  ['Stream', 'Application 2'],
  ['Queue', 'Dead letters'],
  ['Queue', 'Workers'],
] as const

async function fill(page: Page, field: string | RegExp, typed: string): Promise<void> {
  const entry = page.getByRole('textbox', { name: field })
  await entry.fill(typed)
  await entry.press('Enter')
}

/** What the whole page says of its document: names, links, and the run's fingerprint at the same moment. */
const built = async (page: Page) => ({
  nodes: await page.locator('.react-flow__node').count(),
  links: await linkCount(page),
})

async function arrange(page: Page): Promise<void> {
  const stage = (await page.locator('#stage').boundingBox())!
  await page.mouse.click(stage.x + 20, stage.y + stage.height - 60, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Arrange' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.locator('#done')).toHaveText('Arranged along the links.')
  // The view follows two frames later, and is drawn in the one after.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** Everything back to the empty page, and everything again. */
async function undoneAndRedone(page: Page, undo: () => Promise<void>, redo: () => Promise<void>): Promise<void> {
  const before = { ...(await built(page)), fingerprint: await told(page, 'fingerprint') }
  expect(before).toMatchObject({ nodes: NODES, links: LINKS.length })
  const undoButton = page.getByRole('button', { name: 'Undo' })
  const redoButton = page.getByRole('button', { name: 'Redo' })
  let steps = 0
  for (; steps < 60 && (await undoButton.isEnabled()); steps += 1) await undo()
  expect(await built(page)).toEqual({ nodes: 0, links: 0 })
  await expect(page.getByText('Nothing sends yet.')).toBeVisible()
  for (let i = 0; i < steps && (await redoButton.isEnabled()); i += 1) await redo()
  await expect(redoButton).toBeDisabled()
  expect(await built(page)).toEqual({ nodes: NODES, links: LINKS.length })
  // The same document, the same seed, the same moment: the same run.
  await expect.poll(() => told(page, 'fingerprint')).toBe(before.fingerprint)
}

/** The bucket of that microsecond, and the sum of the last second named so. */
async function saysWhy(page: Page): Promise<void> {
  const refusal = page.locator('#inspector').getByRole('article').first()
  // Another thread plays the run once more.
  await expect(refusal).toContainText(/Shard [12] refused/, { timeout: 30_000 })
  await expect(refusal).toContainText(/left of 1000 records; 1 record needed/)
  await expect(refusal).toContainText(/In the second before, [\d,]+ records .* That sum is not the rule/)
}

test('by mouse: built from an empty page, run, broken, asked why, all undone and redone', async ({ page }) => {
  page.setDefaultTimeout(15_000)
  await openEmpty(page)
  const places: [string, number, number][] = [
    ['Producer', 80, 90],
    ['Kinesis stream', 330, 100],
    ['SQS queue', 300, 400],
    ['Application', 760, 60],
    ['Application', 760, 200],
    ['Workers', 760, 350],
    ['Dead letters', 640, 480],
  ]
  for (const [name, x, y] of places) await dragOut(page, name, x, y)
  await expect(page.locator('.react-flow__node')).toHaveCount(NODES)
  await page
    .getByRole('button', { name: 'Stream, Kinesis' })
    .first()
    .click({ position: { x: 30, y: 6 } })
  await fill(page, /^Shards,/, '2')
  await arrange(page)
  for (const [from, to] of LINKS) {
    const before = await linkCount(page)
    await dragLink(page, from, to)
    await expect.poll(() => linkCount(page), `${from} to ${to}`).toBe(before + 1)
  }

  await arrange(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await playedTo(page, 2_000_000)
  await node(page, 'Producer').click()
  await fill(page, /^Records in one call,/, '10')
  await fill(page, 'New records, records/s', '4k')
  await playedTo(page, (await nowMicros(page)) + REFUSED_BY_THEN_MICROS)
  await pause(page)
  await page.locator('.asks-why text').first().click()
  await saysWhy(page)
  await undoneAndRedone(
    page,
    () => page.getByRole('button', { name: 'Undo' }).click(),
    () => page.getByRole('button', { name: 'Redo' }).click(),
  )
})

test('by keyboard: built from an empty page, run, broken, asked why, all undone and redone', async ({ page }) => {
  page.setDefaultTimeout(15_000)
  await openEmpty(page)
  for (const name of [
    'Producer',
    'Kinesis stream',
    'SQS queue',
    'Application',
    'Application',
    'Workers',
    'Dead letters',
  ]) {
    await place(page, name)
    await page.keyboard.press('Escape')
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(NODES)
  const goTo = async (name: string) => {
    await page.keyboard.press('Control+k')
    await expect(page.locator('dialog[open] input')).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect(page.locator('[data-node]:focus')).toHaveAttribute('aria-label', new RegExp(`^${name},`))
  }
  await goTo('Stream')
  const shards = page.getByRole('textbox', { name: /^Shards,/ })
  await shards.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  for (const [from, to] of LINKS) {
    await goTo(from)
    await connectTo(page, to)
  }
  await expect.poll(() => linkCount(page)).toBe(LINKS.length)

  await goTo('Producer')
  await page.keyboard.press('.')
  await playedTo(page, 2_000_000)
  await page.getByRole('textbox', { name: /^Records in one call,/ }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'New records, records/s' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4k')
  await page.keyboard.press('Enter')
  await playedTo(page, (await nowMicros(page)) + REFUSED_BY_THEN_MICROS)
  await goTo('Stream')
  await page.keyboard.press('.')
  await expect(page.locator('html')).toHaveAttribute('data-session', 'paused')
  const why = page.getByRole('button', { name: 'Why was it refused?' })
  await why.focus()
  await page.keyboard.press('Enter')
  await saysWhy(page)
  await undoneAndRedone(
    page,
    () => page.keyboard.press('Control+z'),
    () => page.keyboard.press('Control+Shift+z'),
  )
})
