import { expect, test } from 'vitest'
import { isLoss } from '../../src/panels/inquiry/isLoss.ts'
import type { LifeEvent } from '../../src/protocol/inquiry.ts'
import { droppedText } from '../../src/state/droppedText.ts'

const LINKS = [
  { from: 'stream', to: 'application' },
  { from: 'queue', to: 'pool' },
]
const event = (step: string, node: string) => ({ step, node }) as LifeEvent
const last = (...events: [string, string][]) =>
  isLoss(
    events.map(([step, node]) => event(step, node)),
    events.length - 1,
    LINKS,
  )

test('KIN6.01 a record that was worked and then expires is no loss; unread, or read by others alone, it is', () => {
  expect(last(['stored', 'stream'], ['worked', 'application'], ['expired', 'stream'])).toBe(false)
  expect(last(['stored', 'stream'], ['expired', 'stream'])).toBe(true)
  expect(last(['worked', 'application'], ['stored', 'queue'], ['expired', 'queue'])).toBe(true)
  expect(last(['worked', 'pool'], ['purged', 'queue'])).toBe(false)
})

test('LKI.10 SNS.07 what a mapping or a topic gives up is a loss; work, returns and dead letters are none', () => {
  for (const step of ['discarded', 'missed', 'copyLost', 'givenUp', 'dropped', 'lost', 'refused'])
    expect(last([step, 'lambda']), step).toBe(true)
  for (const step of ['worked', 'returned', 'deadLettered', 'skipped', 'failed', 'deleted'])
    expect(last([step, 'queue']), step).toBe(false)
})

test('what was left out of a link is told in whole sentences', () => {
  expect(droppedText(['rate: Not a number: abc.', 'No node has a field foo'])).toBe(
    'rate: Not a number: abc. No node has a field foo.',
  )
})
