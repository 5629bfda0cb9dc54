import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from './watch.ts'

type Latest = { reference: number; at: Micros; step: LifeStep; node: string }

/** Plays a fresh engine up to a moment: how many records of a key there are, and what happened last to the newest of them. */
export function recordsOfKey(
  engine: Engine,
  key: number,
  until: Micros,
  most: number,
): { total: number; latest: Latest[] } {
  const { records } = engine.world
  const known = new Map<number, Latest>()
  let total = 0
  engine.watch({
    note(step, reference, node, _row, _detail, at) {
      if (records.keyOf(reference) !== key) return
      if (step === 'made') {
        total++
        known.set(reference, { reference, at, step, node })
        // A map keeps the order in which records were made.
        for (const oldest of known.keys()) {
          if (known.size <= most) break
          known.delete(oldest)
        }
        return
      }
      const one = known.get(reference)
      if (one === undefined || at < one.at) return
      one.at = at
      one.step = step
      one.node = node
    },
  })
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  return { total, latest: [...known.values()].reverse() }
}
