import type { Engine } from '../engine.ts'
import { floor, min } from '../kernel/detMath.ts'
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
  | { on: 'shard'; stream: string; shard: number; index: number; atMicros: Micros }
  | { on: 'buffer'; producer: string; store: string; atMicros: Micros; paint: number; nth: number }
  | {
      on: 'box'
      node: string
      what: 'inside' | 'died' | 'published' | 'copied'
      row: number
      share: number
      paint: number
      atMicros: Micros
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
  switch (mark.on) {
    case 'way':
      return onTheWay(engine, mark)
    case 'queue':
      return inQueue(engine, mark)
    case 'shard':
      return inShard(engine, mark)
    case 'buffer':
      return inBuffer(engine, mark)
    case 'box':
      return mark.what === 'inside' ? insideBox(engine, mark) : latestOf(engine, mark)
  }
}

function onTheWay(engine: Engine, mark: Extract<MarkOfRun, { on: 'way' }>): number {
  const { keys, records } = engine.world
  const { from, to, row, paint, atMicros } = mark
  const step = STEPS[mark.way]
  const isProducer = engine.plan.producers.some(({ id }) => id === from)
  const isStream = engine.plan.streams.some(({ id }) => id === (mark.way === 'delivered' ? from : to))
  const found: number[] = []
  let before = -1
  const watch: Watch = {
    note(noted, reference, node, at, _detail, now) {
      if (noted !== step || now > atMicros || node !== to || (isStream && at !== row)) return
      if (keys.paint[records.keyOf(reference)] !== paint) return
      const { id, drawnAs = id } = engine.plan.producers[records.producerOf(reference)]!
      if (isProducer && drawnAs !== from) return
      if (now === atMicros) found.push(reference)
      else before = reference
    },
  }
  engine.watch(watch)
  engine.run(atMicros, Infinity)
  // What is done lazily is noted late, with its own moment.
  engine.settle()
  engine.watch(null)
  // A dot for many is drawn when the last of them comes, which may have another key.
  return found[mark.nth] ?? found[0] ?? before
}

function inQueue(engine: Engine, mark: Extract<MarkOfRun, { on: 'queue' }>): number {
  engine.run(mark.atMicros, Infinity)
  const queue = engine.allQueues.find(({ plan }) => plan.id === mark.queue)
  if (queue === undefined) return -1
  const { keys, records } = engine.world
  const alike: number[] = []
  const order: number[] = []
  let exact = -1
  queue.eachMessage((message, slot) => {
    const reference = queue.recordOf(message)
    // Messages are numbered from 1.
    if (message === mark.message + 1) exact = reference
    const isReceived = slot >= 0 && queue.hiddenUntil(slot) < Infinity
    if (isReceived === mark.isReceived && keys.paint[records.keyOf(reference)] === mark.paint) {
      alike.push(reference)
      order.push(message)
    }
  })
  if (exact >= 0 || mark.message >= 0) return exact
  // The lane of a group is drawn in the order of its messages, also of those that came back.
  if (queue.isFifo) {
    const nth = [...order].sort((a, b) => a - b)[mark.nth]
    return nth === undefined ? (alike[0] ?? -1) : alike[order.indexOf(nth)]!
  }
  return alike[mark.nth] ?? alike[0] ?? -1
}

function inShard(engine: Engine, { stream: id, shard, index, atMicros }: Extract<MarkOfRun, { on: 'shard' }>): number {
  engine.run(atMicros, Infinity)
  const log = engine.streams.find(({ plan }) => plan.id === id)?.shards[shard]?.log
  return log !== undefined && index >= 0 && index < log.length ? log.get(index) : -1
}

const LEAVE: readonly LifeStep[] = ['stored', 'dropped', 'givenUp', 'repeated']

/** What its producer has made and this store has not had yet, the oldest first. */
function inBuffer(engine: Engine, mark: Extract<MarkOfRun, { on: 'buffer' }>): number {
  const { keys, records } = engine.world
  const waiting = new Set<number>()
  engine.watch({
    note(step, reference, node) {
      if (keys.paint[records.keyOf(reference)] !== mark.paint) return
      if (step === 'made' && node === mark.producer) waiting.add(reference)
      else if (node === mark.store && LEAVE.includes(step)) waiting.delete(reference)
    },
  })
  engine.run(mark.atMicros, Infinity)
  engine.watch(null)
  const all = [...waiting]
  return all[mark.nth] ?? all[0] ?? -1
}

type InBox = Extract<MarkOfRun, { on: 'box' }>

/** One of those that a box has inside, by where it is drawn among them. */
function insideBox(engine: Engine, { node, share, paint, atMicros }: InBox): number {
  engine.run(atMicros, Infinity)
  engine.settle()
  const { keys, records } = engine.world
  const inside = engine.nodes.find(({ plan }) => plan.id === node)?.inside ?? []
  const all = paint < 0 ? inside : inside.filter((reference) => keys.paint[records.keyOf(reference)] === paint)
  return all[min(all.length - 1, floor(share * all.length))] ?? -1
}

const NOTED = { died: 'lost', published: 'stored', copied: 'copied' } as const satisfies Record<string, LifeStep>

/** What a topic took or copied last, or one of those that were lost when a program died the last time. */
function latestOf(engine: Engine, { node, what, row, share, atMicros }: InBox): number {
  const step = what === 'inside' ? 'lost' : NOTED[what]
  let latest: number[] = []
  let at = -1
  engine.watch({
    note(noted, reference, by, inRow, _detail, now) {
      if (noted !== step || by !== node || (what === 'copied' && inRow !== row)) return
      if (now !== at || what !== 'died') latest = []
      at = now
      latest.push(reference)
    },
  })
  engine.run(atMicros, Infinity)
  engine.watch(null)
  return latest[min(latest.length - 1, floor(share * latest.length))] ?? -1
}
