import { SandboxWorld } from '../../src/engine/sandbox/sandboxWorld.ts'
import type { FifoQueuePlan, TurnableFifoQueue } from '../../src/engine/sqs/fifoPlan.ts'
import { FifoQueue } from '../../src/engine/sqs/fifoQueue.ts'
import { HandleAnswer } from '../../src/engine/sqs/queueModel.ts'
import { expectTimeline } from '../engine/timeline.ts'

const SECOND = 1_000_000

export type FifoChanges = Partial<Omit<FifoQueuePlan, 'turnable'>> & { turnable?: Partial<TurnableFifoQueue> }

/** AWS's limits, ids of their own. */
export function fifoPlan(changes: FifoChanges = {}): FifoQueuePlan {
  return {
    id: 'queue.fifo',
    recordsPerDot: 1,
    deduplicationMicros: 300 * SECOND,
    recordsAreIds: false,
    attemptMicros: 300 * SECOND,
    scanLimit: 120_000,
    partitionsFactor: 2,
    hiddenMicrosMax: 43_200 * SECOND,
    ...changes,
    turnable: {
      visibilityTimeoutMicros: 30 * SECOND,
      retentionMicros: 345_600 * SECOND,
      inFlightLimit: 120_000,
      messageBytesLimit: 1_048_576,
      batchLimit: 10,
      delayMicros: 0,
      maxReceiveCount: 0,
      deduplicationScope: 0,
      throughputLimit: 0,
      callsPerSecond: 300,
      highThroughputCallsPerSecond: 70_000,
      redrivePerSecond: 500,
      ...changes.turnable,
    },
  }
}

/** A world with one FIFO queue after the other. */
export class FifoWorld {
  readonly box = new SandboxWorld(1)
  private queues = 0

  queue(changes: FifoChanges = {}): FifoQueue {
    const { box } = this
    const late: { queue?: FifoQueue } = {}
    const queue = new FifoQueue(box.world, fifoPlan(changes), this.queues++, {
      visibility: box.timer((now) => late.queue!.onVisibility(now)),
      retention: box.timer((now) => late.queue!.onRetention(now)),
      delay: box.timer((now) => late.queue!.onDelay(now)),
    })
    late.queue = queue
    return queue
  }

  /** A new record whose key is the group. */
  record(group: string, bytes = 100): { reference: number; key: number } {
    const { world } = this.box
    const key = world.keys.add(group)
    return { reference: world.records.add(0, this.box.now, key, bytes), key }
  }
}

type Handle = [slot: number, message: number, receives: number]
const ANSWERS: Readonly<Record<keyof typeof HandleAnswer, string>> = {
  done: 'done',
  noEffect: 'no effect',
  gone: 'gone',
  expired: 'expired',
  tooLong: 'too long',
}

function answerOf(answer: HandleAnswer): string {
  const names = Object.keys(ANSWERS) as (keyof typeof HandleAnswer)[]
  return ANSWERS[names.find((name) => HandleAnswer[name] === answer)!]
}

/**
 * Draws calls to a FIFO queue and its dead-letter queue. A message is called by its group's letter and a number, A1 A2 B1:
 *   send A1 A2 id=x         a call of its own each; with `id` that deduplication id, else its own name
 *   batch A1 B1             one SendMessageBatch
 *   receive c 10 for=5 attempt=x from=dead
 *   delete c A1 B1 nth=1    one call, with the handles that c got newest, or first
 *   hide c A1 60            ChangeMessageVisibility
 *   look, oldest, purge, set <field> <value>
 */
export function expectFifo(changes: FifoChanges, drawing: string, dead?: FifoChanges): void {
  const world = new FifoWorld()
  const { box } = world
  const queue = world.queue(changes)
  const deadLetters = world.queue(dead)
  if (dead) queue.deadLetterTo(deadLetters)
  const names = new Map<number, string>()
  const ids = new Map<string, number>()
  const handles = new Map<string, Handle[]>()
  const out = new Int32Array(10)
  const idOf = (text: string) => ids.get(text) ?? ids.set(text, ids.size).size - 1

  const sendOne = (name: string, id: string) => {
    const { reference, key } = world.record(name[0]!)
    names.set(reference, name)
    const message = { reference, group: key, deduplication: idOf(id), delayMicros: -1 }
    const repeated = queue.repeatOf(message, box.now)
    if (repeated >= 0) return `${name} is ${names.get(queue.recordOf(repeated))}`
    queue.send(message, box.now)
    queue.callEnded(box.now)
    return name
  }
  const keyOf = (name: string) => box.world.keys.add(name[0]!)
  const of = (options: readonly string[], name: string) =>
    options.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)

  const receive = (from: FifoQueue, who: string, most: number, options: readonly string[]) => {
    if (!from.admits('receive', [], box.now)) return 'throttled'
    const seconds = of(options, 'for')
    const attempt = of(options, 'attempt')
    const count = from.receive(most, out, box.now, {
      visibilityTimeoutMicros: seconds === undefined ? -1 : Number(seconds) * SECOND,
      isShortPoll: true,
      attempt: attempt === undefined ? -1 : idOf(`attempt ${attempt}`),
    })
    const received = [...out.subarray(0, count)].map((slot) => {
      const message = from.messageOf(slot)
      const name = names.get(from.recordOf(message))!
      const own = `${who} ${name}`
      handles.set(own, [...(handles.get(own) ?? []), [slot, message, from.receivesOf(slot)]])
      return from.receivesOf(slot) > 1 ? `${name}x${from.receivesOf(slot)}` : name
    })
    return received.length === 0 ? 'nothing' : received.join(' ')
  }

  expectTimeline(drawing, (micros, [verb, ...words]) => {
    box.advanceTo(micros)
    const options = words.filter((word) => word.includes('='))
    const [first = '', ...rest] = words.filter((word) => !word.includes('='))
    const from = of(options, 'from') === 'dead' ? deadLetters : queue
    const handle = (name: string) => {
      const own = handles.get(`${first} ${name}`) ?? []
      return own.at(Number(of(options, 'nth') ?? 0) - 1)!
    }
    switch (verb) {
      case 'send':
        return [first, ...rest]
          .map((name) =>
            queue.admits('send', [keyOf(name)], micros) ? sendOne(name, of(options, 'id') ?? name) : 'throttled',
          )
          .join(' ')
      case 'batch': {
        const entries = [first, ...rest]
        if (!queue.admits('send', entries.map(keyOf), micros)) return 'throttled'
        return entries.map((name) => sendOne(name, name)).join(' ')
      }
      case 'receive':
        return receive(from, first, Number(rest[0] ?? 1), options)
      case 'delete':
        if (!from.admits('delete', rest.map(keyOf), micros)) return 'throttled'
        return rest.map((name) => answerOf(from.delete(...handle(name), micros))).join(' ')
      case 'hide':
        return answerOf(from.changeVisibility(...handle(rest[0]!), Number(rest[1]) * SECOND, micros))
      case 'purge':
        queue.purge(micros)
        return 'purged'
      case 'set':
        queue.set(first as keyof TurnableFifoQueue, Number(rest[0]), micros)
        return 'set'
      case 'look': {
        const delayed = from.delayed > 0 ? `, ${from.delayed} delayed` : ''
        return `${from.visible} visible, ${from.inFlight} in flight${delayed}`
      }
      case 'oldest':
        return `${from.oldestAgeMicros(micros) / SECOND} s`
      default:
        throw new Error(`No such step: ${verb}`)
    }
  })
}
