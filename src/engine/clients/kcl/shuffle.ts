import { floor } from '../../kernel/detMath.ts'
import type { RandomStreams } from '../../kernel/random.ts'

/** The items in an order of chance; one item or none draws nothing. */
export function shuffle(items: readonly number[], random: RandomStreams, stream: number): number[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = floor(random.unit(stream) * (last + 1))
    const item = shuffled[last]!
    shuffled[last] = shuffled[other]!
    shuffled[other] = item
  }
  return shuffled
}
