import { type Engine, IN_FLIGHT, SLOT } from '../engine/index.ts'
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
    const { messages } = queue
    const node = layout.nodes.findIndex(({ id }) => id === queue.plan.id)
    const put = (
      message: number,
      state: number,
      deadline: number,
      worker: number,
      receives: number,
      sentAt: number,
    ) => {
      const reference = messages.recordOf(message)
      out.set(
        [node, message - 1, keys.paint[records.keyOf(reference)]!, state, deadline, worker, receives, sentAt],
        row * fields,
      )
      row++
    }
    for (let slot = 0; slot < messages.slots.length; slot++) {
      const message = messages.messageOf(slot)
      if (message === 0) continue
      const inFlight = messages.value(slot, SLOT.state) === IN_FLIGHT
      const receives = messages.value(slot, SLOT.receives)
      const deadline = inFlight ? queue.deadlineOf(slot) : 0
      put(
        message,
        inFlight ? 1 : 0,
        deadline,
        holderOf(engine, q, slot, receives),
        receives,
        messages.value(slot, SLOT.sentAt),
      )
    }
    for (let index = messages.head; index < messages.log.length; index++)
      put(index + 1, 0, 0, -1, 0, messages.sentAt.get(index))
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
