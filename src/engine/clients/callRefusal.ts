import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { type Answer, CALL_FAILED, STORED, type Store, THROTTLED } from './store.ts'

/** What becomes of a call as a whole, before any of its records is judged: it fails on its way (X-N1), or there are too many calls. */
export function callRefusal(
  { random, records }: World,
  store: Store,
  failureShare: number,
  failureStream: number,
  references: ArrayLike<number>,
  now: Micros,
): Answer {
  if (failureShare > 0 && random.unit(failureStream) < failureShare) return CALL_FAILED
  if (store.admitsCall === undefined) return STORED
  const keys = Array.from(references, (reference) => records.keyOf(reference))
  return store.admitsCall(keys, now) ? STORED : THROTTLED
}
