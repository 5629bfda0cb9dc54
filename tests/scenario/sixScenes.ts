import { builtIn, keepBuiltIn } from '../../src/scenario/library/loaded.ts'
import { manyReaders } from '../../src/scenario/library/manyReaders.ts'
import { oneShard } from '../../src/scenario/library/oneShard.ts'
import { sameTraffic } from '../../src/scenario/library/sameTraffic.ts'
import { slowReader } from '../../src/scenario/library/slowReader.ts'
import { takingTurns } from '../../src/scenario/library/takingTurns.ts'
import { twoShards } from '../../src/scenario/library/twoShards.ts'

// The page loads a scene when it is opened; tests have the first six at hand without waiting.

const SIX = [oneShard, twoShards, manyReaders, takingTurns, slowReader, sameTraffic]
for (const scenario of SIX) keepBuiltIn(scenario)

export const LIBRARY: readonly { id: string; title: string; question: string }[] = SIX.map(
  ({ id = '', title, brief }) => ({ id, title, question: brief.question }),
)
export { builtIn }
