import type { LifeEvent } from '../../protocol/inquiry.ts'
import type { Scenario } from '../../scenario/scenario.ts'

const LOSSES: ReadonlySet<string> = new Set([
  ...['dropped', 'refused', 'givenUp', 'lost', 'discarded', 'missed', 'copyLost'],
  ...['expired', 'purged'],
])
/** What ends every stay in a store, and is a loss only when no reader of that store has worked the message. */
const ENDS: ReadonlySet<string> = new Set(['expired', 'purged'])

/** Whether a step of a life is a refusal or a loss: these alone are vermilion. */
export function isLoss(events: readonly LifeEvent[], place: number, links: Scenario['links']): boolean {
  const { step, node } = events[place]!
  if (!LOSSES.has(step)) return false
  const isReader = (consumer: string) => links.some(({ from, to }) => from === node && to === consumer)
  return !ENDS.has(step) || !events.slice(0, place).some((before) => before.step === 'worked' && isReader(before.node))
}
