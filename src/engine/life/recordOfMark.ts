import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep, Watch } from './watch.ts'

/** A message that moved or lay somewhere at a moment: see `Mark` of the protocol, whose words these are. */
export type MarkOfRun =
  | {
      on: 'way'
      way: 'stored' | 'refused' | 'delivered'
      from: string
      to: string
      row: number
      atMicros: Micros
      paint: number
      nth: number
    }
  | {
      on: 'queue'
      queue: string
      atMicros: Micros
      message: number
      isReceived: boolean
      paint: number
      nth: number
    }

const STEPS = { stored: 'stored', refused: 'refused', delivered: 'received' } as const satisfies Record<
  string,
  LifeStep
>

/**
 * Plays a fresh engine to the moment of a mark and tells the reference of its record, -1 when it stands for none. Where one mark
 * stands for many records, or several are alike, it is the one that the mark was drawn for or the first.
 */
export function recordOfMark(engine: Engine, mark: MarkOfRun): number {
  return mark.on === 'way' ? onTheWay(engine, mark) : inQueue(engine, mark)
}

function onTheWay(engine: Engine, mark: Extract<MarkOfRun, { on: 'way' }>): number {
  const { keys, records } = engine.world
  const { from, to, row, paint, atMicros } = mark
  const step = STEPS[mark.way]
  const isProducer = engine.plan.producers.some(({ id }) => id === from)
  const isStream = engine.plan.streams.some(({ id }) => id === (mark.way === 'delivered' ? from : to))
  const found: number[] = []
  const watch: Watch = {
    note(noted, reference, node, at, _detail, now) {
      if (noted !== step || now !== atMicros || node !== to || (isStream && at !== row)) return
      if (keys.paint[records.keyOf(reference)] !== paint) return
      if (isProducer && engine.plan.producers[records.producerOf(reference)]!.id !== from) return
      found.push(reference)
    },
  }
  // A moment is always played whole, and what is done lazily is noted with its own moment.
  engine.run(atMicros - 1, Infinity)
  engine.watch(watch)
  engine.run(atMicros, Infinity)
  engine.settle()
  engine.watch(null)
  return found[mark.nth] ?? found[0] ?? -1
}

function inQueue(engine: Engine, mark: Extract<MarkOfRun, { on: 'queue' }>): number {
  engine.run(mark.atMicros, Infinity)
  const queue = engine.allQueues.find(({ plan }) => plan.id === mark.queue)
  if (queue === undefined) return -1
  const { keys, records } = engine.world
  const alike: number[] = []
  let exact = -1
  queue.eachMessage((message, slot) => {
    const reference = queue.recordOf(message)
    // Messages are numbered from 1.
    if (message === mark.message + 1) exact = reference
    const isReceived = slot >= 0 && queue.hiddenUntil(slot) < Infinity
    if (isReceived === mark.isReceived && keys.paint[records.keyOf(reference)] === mark.paint) alike.push(reference)
  })
  if (exact >= 0 || mark.message >= 0) return exact
  return alike[mark.nth] ?? alike[0] ?? -1
}
