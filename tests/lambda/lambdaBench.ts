import { createEngine, type Engine, NODE_GAUGES, type Plan } from '../../src/engine/index.ts'
import { LambdaNode } from '../../src/engine/lambda/lambdaNode.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'
import { expectTimeline, tally } from '../engine/timeline.ts'
import type { fifoNode } from '../sqs/fifoNode.ts'
import { type LambdaChanges, lambda } from './testLambda.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export type Setup = {
  lambda?: LambdaChanges
  /** More functions of the same account. */
  others?: LambdaChanges[]
  streams?: Plan['streams']
  queues?: Plan['queues']
  /** Its queue is this FIFO queue, and there is no other. */
  fifo?: ReturnType<typeof fifoNode>
}

/** A function on a stream (the default) or a queue to which records are sent by hand. */
export class FunctionBench {
  readonly engine: Engine
  readonly node: LambdaNode
  private readonly out: Float64Array
  /** Invocations since the last look: when, and the numbers of their records. */
  private invoked: { at: number; records: number[] }[] = []

  constructor({ lambda: changes = {}, others = [], streams = [stream()], queues = [], fifo }: Setup) {
    this.engine = createEngine(
      plan({
        durationMicros: 1e13,
        binMicros: 1e13,
        producers: [
          producer({ recordBytesMax: 11_000_000, keys: { kind: 'cycle', keys: KEYS }, turnable: { ratePerSecond: 0 } }),
        ],
        streams,
        queues,
        links: [],
        nodes: [
          lambda(changes),
          ...others.map((other, i) => lambda({ id: `other ${i}`, ...other })),
          ...(fifo ? [fifo] : []),
        ],
      }),
      1,
    )
    this.out = new Float64Array(this.engine.gaugeCount)
    const node = this.engine.nodes[0]
    if (!(node instanceof LambdaNode)) throw new Error('no function')
    this.node = node
    const { fn } = node
    const { records } = this.engine.world
    const endOf = fn.endOf.bind(fn)
    fn.endOf = (work, cold, now) => {
      const { batch } = fn
      this.invoked.push({
        at: now,
        records: [...batch.references.subarray(0, batch.count)].map((reference) => records.numberOf(reference)),
      })
      return endOf(work, cold, now)
    }
  }

  run(seconds: number): void {
    this.engine.run(Math.round(seconds * 1e6), Number.POSITIVE_INFINITY)
  }

  /** So many records into stream 0, or queue 0 where there is no stream; `key` '*' gives each the next key. */
  put(count: number, key = 'a', bytes = 100, store: 'stream' | 'queue' = 'stream'): string {
    const { world, streams, allQueues, now } = this.engine
    const target = store === 'stream' ? streams[0]! : allQueues[0]!
    const answers = Array.from({ length: count }, (_, i) => {
      const number = world.keys.names.indexOf(key === '*' ? KEYS[i % KEYS.length]! : key)
      const reference = world.records.add(0, now, number, bytes)
      return target.accept(reference, number, target.sizeOf(number, bytes), now) === 0 ? 'stored' : 'refused'
    })
    target.callEnded(now)
    return tally(answers)
  }

  gauge(name: string, node = 0): number {
    this.engine.nodes[node]!.writeGauges(this.engine.now, this.out, 0)
    const place = NODE_GAUGES.lambda.indexOf(name)
    if (place < 0) throw new Error(`no gauge ${name}`)
    return this.out[place]!
  }

  /** `3: 1-5; 4: 6` since the last look: seconds and record numbers of each invocation. */
  looked(): string {
    const text = this.invoked.map(({ at, records }) => `${at / 1e6}: ${ranges(records)}`).join('; ')
    this.invoked = []
    return text === '' ? 'none' : text
  }
}

function ranges(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'no records'
  const parts: string[] = []
  for (let i = 0; i < numbers.length; ) {
    let end = i
    while (numbers[end + 1] === numbers[end]! + 1) end++
    parts.push(end === i ? `${numbers[i]}` : `${numbers[i]}-${numbers[end]}`)
    i = end + 1
  }
  return parts.join(' ')
}

/**
 * Draws a function and what is done to its source:
 *   put 3 [key] [bytes], send 3 [key] [bytes]     into stream 0, into queue 0
 *   invoked                     invocations since the last look (see `looked`)
 *   set <field> <value>         a setting of the function
 *   <gauge> [<gauge> ...]       gauges of the function; `other.<gauge>` of the next one
 *   queue <n>                   visible and in flight in queue n
 */
export function expectFunction(setup: Setup, drawing: string): FunctionBench {
  const bench = new FunctionBench(setup)
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    bench.run(micros / 1e6)
    switch (verb) {
      case 'put':
        return bench.put(Number(words[0]), words[1], Number(words[2] ?? 100))
      case 'send':
        return bench.put(Number(words[0]), words[1], Number(words[2] ?? 100), 'queue')
      case 'invoked':
        return bench.looked()
      case 'set':
        bench.node.set(words[0]!, Number(words[1]), micros)
        return 'set'
      case 'queue': {
        const { visible, inFlight } = bench.engine.allQueues[Number(words[0])]!
        return `${visible} visible, ${inFlight} in flight`
      }
      default:
        return [verb!, ...words]
          .map((name) => (name.startsWith('other.') ? bench.gauge(name.slice(6), 1) : bench.gauge(name)))
          .join(', ')
    }
  })
  return bench
}
