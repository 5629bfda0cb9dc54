import {
  createEngine,
  type Engine,
  type LifeStep,
  NODE_GAUGES,
  type NodePlan,
  type Plan,
  type TurnablePool,
  type Watch,
} from '../../src/engine/index.ts'
import { writePool } from '../../src/engine/metrics/gauges.ts'
import { SECOND } from '../engine/play.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'
import { expectTimeline, tally } from '../engine/timeline.ts'
import { fifoNode } from '../sqs/fifoNode.ts'

type PoolChanges = Parameters<typeof pool>[0]

export type Setup = {
  pool?: PoolChanges
  /** A second pool on the same queue. */
  other?: PoolChanges
  queue?: Parameters<typeof queue>[0]
  /** The queue is a FIFO queue, with these changes. */
  fifo?: Parameters<typeof fifoNode>[0]
  /** What the first pool calls. */
  downstream?: NodePlan
}

const NO_END = Number.POSITIVE_INFINITY
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f']
const LOGGED: readonly LifeStep[] = ['worked', 'failed', 'lost']

/** A pool of workers who need 1 s for a message, on a queue to which messages are sent by hand. */
export class PoolBench implements Watch {
  readonly engine: Engine
  private noted: { at: number; step: LifeStep; record: number; worker: number }[] = []
  private readonly out: Float64Array

  constructor({ pool: changes = {}, other, queue: queueChanges = {}, fifo, downstream }: Setup) {
    const slow = (own: NonNullable<PoolChanges>) =>
      pool({ ...own, turnable: { serviceMicros: SECOND, ...own.turnable } })
    const first = slow({ ...changes, ...(downstream && { downstream: fifo ? 1 : 0 }) })
    this.engine = createEngine(
      plan({
        durationMicros: 1e12,
        binMicros: 1e12,
        producers: [producer({ keys: { kind: 'cycle', keys: KEYS }, turnable: { ratePerSecond: 0 } })],
        queues: fifo ? [] : [queue(queueChanges)],
        links: [],
        pools: [first, ...(other ? [slow({ id: 'other', firstWorker: first.workers, ...other })] : [])],
        nodes: [...(fifo ? [fifoNode(fifo)] : []), ...(downstream ? [downstream] : [])] as Plan['nodes'],
      }),
      1,
    )
    this.out = new Float64Array(this.engine.gaugeCount)
    this.engine.watch(this)
  }

  note(step: LifeStep, reference: number, _node: string, worker: number, _detail: number, at: number): void {
    const { records } = this.engine.world
    if (LOGGED.includes(step)) this.noted.push({ at, step, record: records.numberOf(reference), worker })
  }

  run(seconds: number): void {
    this.engine.run(Math.round(seconds * SECOND), NO_END)
  }

  /** So many messages with this key. */
  send(count: number, key = 'a'): string {
    const { world, allQueues, now } = this.engine
    const [target] = allQueues
    const number = world.keys.names.indexOf(key)
    const answers = Array.from({ length: count }, () =>
      target!.accept(world.records.add(0, now, number, 100), number, 100, now) === 0 ? 'stored' : 'refused',
    )
    target!.callEnded(now)
    return tally(answers)
  }

  gauge(name: string, p = 0): number {
    const place = NODE_GAUGES.pool.indexOf(name)
    if (place < 0) throw new Error(`no gauge ${name}`)
    writePool(this.engine.pools[p]!, () => 0, this.out, 0)
    return this.out[place]!
  }

  /** `3: 1 2; 4: 3 failed` since the last look: seconds and record numbers, worked unless it says more. */
  looked(): string {
    const moments = new Map<number, string[]>()
    for (const { at, step, record } of this.noted)
      moments.set(at, [...(moments.get(at) ?? []), step === 'worked' ? `${record}` : `${record} ${step}`])
    this.noted = []
    const parts = [...moments].sort(([a], [b]) => a - b).map(([at, records]) => `${at / SECOND}: ${records.join(' ')}`)
    return parts.length === 0 ? 'none' : parts.join('; ')
  }
}

/**
 * Draws a pool and what is done to it and its queue:
 *   send 3 [key]                        messages
 *   crash | start | pause | resume <n>  worker n of the first pool, from 1
 *   set <field> <value>                 a setting of the first pool
 *   outage | mended                     the system downstream goes down, or comes back
 *   looked                              work since the last look (see `looked`)
 *   queue                               visible and in flight
 *   <gauge> [<gauge> ...]               gauges of the first pool, `other.<gauge>` of the second
 */
export function expectPool(setup: Setup, drawing: string): PoolBench {
  const bench = new PoolBench(setup)
  const { pools, nodes, allQueues } = bench.engine
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    bench.run(micros / SECOND)
    const worker = Number(words[0]) - 1
    switch (verb) {
      case 'send':
        return bench.send(Number(words[0]), words[1])
      case 'crash':
      case 'start':
      case 'pause':
      case 'resume':
        pools[0]![verb](worker, micros)
        return 'done'
      case 'set':
        pools[0]!.set(words[0] as keyof TurnablePool, Number(words[1]), micros)
        return 'done'
      case 'outage':
      case 'mended':
        nodes.at(-1)!.act(verb === 'outage' ? 'crash' : 'start', 0, micros)
        return 'done'
      case 'looked':
        return bench.looked()
      case 'queue':
        return `${allQueues[0]!.visible} visible, ${allQueues[0]!.inFlight} in flight`
      default:
        return [verb!, ...words]
          .map((name) => (name.startsWith('other.') ? bench.gauge(name.slice(6), 1) : bench.gauge(name)))
          .join(', ')
    }
  })
  return bench
}
