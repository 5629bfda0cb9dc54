import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { type Answer, CALL_FAILED, STORED, type Store, THROTTLED } from './store.ts'

/**
 * What becomes of a call as a whole, before any of its records is judged: it fails on its way (X-N1), or there are too many calls.
 * An onlooker hears of one that came through.
 */
export function callRefusal(
  { random, records, watch }: World,
  store: Store,
  failureShare: number,
  failureStream: number,
  references: ArrayLike<number>,
  now: Micros,
): Answer {
  if (failureShare > 0 && random.unit(failureStream) < failureShare) return CALL_FAILED
  if (store.admitsCall !== undefined) {
    const keys = Array.from(references, (reference) => records.keyOf(reference))
    if (!store.admitsCall(keys, now)) return THROTTLED
  }
  if (watch?.called !== undefined) {
    let bytes = 0
    for (let i = 0; i < references.length; i++) bytes += records.bytesOf(references[i]!)
    watch.called('send', store.plan.id, bytes, now)
  }
  return STORED
}
