import { expect, test } from 'vitest'
import { asidesOf } from '../../src/state/marks/asides.ts'
import { openPage, type Page } from './page.ts'

const S = 1_000_000
const open = () => openPage({ hash: '#scenario=taking-turns' })
const left = ({ app, scenario }: Page) => asidesOf(app.viewStore.getState().asides, scenario())

test('who acts in the past leaves a future: it is kept, and gone from the list while undo has brought it back', async () => {
  const page = await open()
  const [crash, start] = page.scenario().interventions
  await page.pauseAt(10 * S)
  page.app.act('workers', { action: 'crash', worker: 0 })
  expect(left(page)).toEqual([{ at: 10 * S, steps: [crash, start] }])
  page.app.undo()
  expect(left(page)).toEqual([])
  page.app.redo()
  expect(left(page)).toHaveLength(1)
})

test('a control that is dragged leaves it once; what is done after the last step leaves nothing', async () => {
  const page = await open()
  await page.pauseAt(30 * S)
  for (const value of [3, 4, 5]) page.app.turn('producer', 'rate', value, 'drag')
  page.app.turn('producer', 'rate', 6, 'commit')
  expect(left(page).map(({ steps }) => steps.length)).toEqual([1])
  await page.pauseAt(50 * S)
  page.app.act('workers', { action: 'crash', worker: 0 })
  expect(left(page)).toHaveLength(1)
})

test('at most five are kept, and none of another scene', async () => {
  const page = await open()
  for (let seconds = 18; seconds > 8; seconds--) {
    await page.pauseAt(seconds * S)
    page.app.act('producer', { action: 'sendOne' })
  }
  expect(left(page).map(({ at }) => at / S)).toEqual([9, 10, 11, 12, 13])
  page.app.openScenario(page.scenario())
  expect(left(page)).toEqual([])
})
