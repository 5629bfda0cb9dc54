import { createEngine, type QueuePlan } from '../../src/engine/index.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { HandleAnswer } from '../../src/engine/sqs/queueModel.ts'
import type { StandardQueue } from '../../src/engine/sqs/standardQueue.ts'
import { plan, producer, queue } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'

/** What the receipt handle of a slot's present receive says. */
export function handleOf(store: StandardQueue, slot: number): { message: number; receives: number } {
  return { message: store.messageOf(slot), receives: store.receivesOf(slot) }
}

type Handle = [slot: number, message: number, receives: number]

/**
 * Draws calls to one queue of a run; messages are called 1, 2, 3 in the order of sending:
 *   send 3 [bytes]     three messages; seen is how many were taken
 *   receive w 10       ReceiveMessage by w: the messages, or nothing, or over limit
 *   delete w 2 [1]     with the newest handle that w got for message 2, or with its first, second ... one
 *   set <field> <value>, purge, look (visible and in flight), counts (deleted, returned, expired), oldest (seconds)
 */
export function expectQueue(turnable: Partial<QueuePlan['turnable']>, drawing: string): void {
  const engine = createEngine(
    plan({
      durationMicros: 1e13,
      binMicros: 1e13,
      producers: [producer({ recordBytesMax: 11_000_000, turnable: { ratePerSecond: 0 } })],
      queues: [queue({ turnable })],
    }),
    1,
  )
  const store = engine.queues[0]!
  const handles = new Map<string, Handle[]>()
  const out = new Int32Array(100)

  const send = (now: number, count: number, bytes: number) => {
    let taken = 0
    for (let i = 0; i < count; i++) {
      const reference = engine.world.records.add(0, now, 0, bytes)
      if (store.accept(reference, 0, bytes, now) === 0) taken++
    }
    return `${taken} sent`
  }
  const receive = (now: number, who: string, most: number) => {
    const before = store.c[Queue.OVER_LIMIT]!
    const count = store.receive(most, out, now)
    if (store.c[Queue.OVER_LIMIT]! > before) return 'over limit'
    const messages = [...out.subarray(0, count)].map((slot) => {
      const { message, receives } = handleOf(store, slot)
      const name = `${who} ${message}`
      handles.set(name, [...(handles.get(name) ?? []), [slot, message, receives]])
      return message
    })
    return messages.length === 0 ? 'nothing' : messages.join(' ')
  }
  const remove = (now: number, who: string, message: string, nth: string | undefined) => {
    const own = handles.get(`${who} ${message}`) ?? []
    const handle = nth === undefined ? own.at(-1) : own[Number(nth) - 1]
    if (!handle) throw new Error(`${who} never received ${message}`)
    return store.delete(...handle, now) === HandleAnswer.done ? 'deleted' : 'no effect'
  }

  expectTimeline(drawing, (micros, [verb, ...words]) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    const { c } = store
    switch (verb) {
      case 'send':
        return send(micros, Number(words[0]), Number(words[1] ?? 100))
      case 'receive':
        return receive(micros, words[0]!, Number(words[1] ?? 1))
      case 'delete':
        return remove(micros, words[0]!, words[1]!, words[2])
      case 'purge':
        store.purge(micros)
        return 'purged'
      case 'set':
        store.set(words[0] as keyof QueuePlan['turnable'], Number(words[1]), micros)
        return 'set'
      case 'look':
        return `${store.visible} visible, ${store.inFlight} in flight`
      case 'counts':
        return `${c[Queue.DELETED]! + c[Queue.DELETED_LATE]!} deleted, ${c[Queue.RETURNED_COUNT]} returned, ${c[Queue.EXPIRED]} expired`
      case 'oldest':
        return `${store.oldestAgeMicros(micros) / 1e6} s`
      default:
        throw new Error(`No such step: ${verb}`)
    }
  })
}
