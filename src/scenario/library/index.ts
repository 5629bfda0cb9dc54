import type { Scenario } from '../scenario.ts'
import { manyReaders } from './manyReaders.ts'
import { oneShard } from './oneShard.ts'
import { sameTraffic } from './sameTraffic.ts'
import { slowReader } from './slowReader.ts'
import { takingTurns } from './takingTurns.ts'
import { twoShards } from './twoShards.ts'

const SCENARIOS: readonly Scenario[] = [oneShard, twoShards, manyReaders, takingTurns, slowReader, sameTraffic]

/** The built-in scenarios in the order in which they are offered. */
export const LIBRARY: readonly { id: string; title: string; question: string }[] = SCENARIOS.map(
  ({ id = '', title, brief }) => ({ id, title, question: brief.question }),
)

/** Null for an id that is not built in. The object is shared: edits make new ones. */
export function builtIn(id: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.id === id) ?? null
}
