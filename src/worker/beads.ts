import type { Engine } from '../engine/index.ts'
import type { Layout } from '../protocol/layout.ts'

/** Writes single messages of queues that are drawn one bead a message; returns how many rows. */
export function writeBeads(
  engine: Engine,
  layout: Layout,
  out: Float64Array,
  capacity: number,
  fields: number,
): number {
  const { records, keys } = engine.world
  let row = 0
  engine.queues.forEach((queue, q) => {
    if (queue.plan.recordsPerDot !== 1 || queue.visible + queue.inFlight > capacity - row) return
    const node = layout.nodes.findIndex(({ id }) => id === queue.plan.id)
    queue.eachMessage((message, slot, sentAt) => {
      const reference = queue.recordOf(message)
      const receives = slot < 0 ? 0 : queue.receivesOf(slot)
      const hiddenUntil = slot < 0 ? Infinity : queue.hiddenUntil(slot)
      const isHidden = hiddenUntil < Infinity
      // Delayed: nobody can have it yet, and it is not in the bag (SQS.10).
      if (isHidden && receives === 0) return
      out.set(
        [
          node,
          message - 1,
          keys.paint[records.keyOf(reference)]!,
          isHidden ? 1 : 0,
          isHidden ? hiddenUntil : 0,
          slot < 0 ? -1 : holderOf(engine, q, slot, receives),
          receives,
          sentAt,
        ],
        row * fields,
      )
      row++
    })
  })
  return row
}

/** The worker, counted over all pools of the queue, that has the message in hand; -1 when nobody has (any more). */
function holderOf(engine: Engine, queue: number, slot: number, receives: number): number {
  let before = 0
  for (const pool of engine.pools) {
    if (pool.plan.queue !== queue) continue
    for (let worker = 0; worker < pool.plan.workers; worker++)
      if (pool.holds(worker, slot, receives)) return before + worker
    before += pool.plan.workers
  }
  return -1
}
