import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import type { NodePlan } from '../nodes/nodePlans.ts'
import { kinesisQueueOf } from './behindQueue.ts'
import type { LifeStep, Watch } from './watch.ts'

/**
 * How long records were in a store and at work: from the moment at which the store of a consumer had taken a record to the end of
 * its first work there. Work that is repeated later is not counted again. `doneAt[i]` belongs to `micros[i]`, in no certain order.
 */
type Latencies = { store: string; doneAt: Micros[]; micros: Micros[]; isCut: boolean }

class LatencyWatch implements Watch {
  readonly doneAt: Micros[] = []
  readonly micros: Micros[] = []
  isCut = false
  private readonly storedAt = new Map<number, Micros>()
  private readonly store: string
  private readonly consumer: string
  private readonly recordsAtMost: number

  constructor(store: string, consumer: string, recordsAtMost: number) {
    this.store = store
    this.consumer = consumer
    this.recordsAtMost = recordsAtMost
  }

  note(step: LifeStep, reference: number, node: string, _row: number, _detail: number, now: Micros): void {
    if (step === 'stored' && node === this.store) {
      if (this.storedAt.size + this.micros.length >= this.recordsAtMost) this.isCut = true
      else this.storedAt.set(reference, now)
    } else if (step === 'worked' && node === this.consumer) {
      const stored = this.storedAt.get(reference)
      if (stored === undefined) return
      this.storedAt.delete(reference)
      this.doneAt.push(now)
      this.micros.push(now - stored)
    }
  }
}

/** Plays a fresh engine up to a moment and measures every record that a consumer was done with by then; null for what consumes nothing. */
export function latenciesOf(engine: Engine, consumer: string, until: Micros, recordsAtMost: number): Latencies | null {
  const store = storeOf(engine, consumer)
  if (store === null) return null
  const watch = new LatencyWatch(store, consumer, recordsAtMost)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  const { doneAt, micros, isCut } = watch
  return { store, doneAt, micros, isCut }
}

/** Whose records a consumer works; a program without a broker works its own. */
function storeOf(engine: Engine, consumer: string): string | null {
  const { applications, pools, nodes, streams, allQueues } = engine
  const isConsumer = ({ plan }: { plan: unknown }) => (plan as { id: string }).id === consumer
  const application = applications.find(isConsumer)
  if (application !== undefined) return application.stream.plan.id
  const pool = pools.find(isConsumer)
  // A Kinesis queue takes no records: they are in its stream (KIN6.02).
  if (pool !== undefined)
    return streams[kinesisQueueOf(engine, pool.queue.number)?.plan.stream ?? -1]?.plan.id ?? pool.queue.plan.id
  const plan = nodes.find(isConsumer)?.plan as NodePlan | undefined
  if (plan?.kind === 'monolith') return plan.id
  if (plan?.kind !== 'lambda' && plan?.kind !== 'aggregator') return null
  return streams[plan.stream]?.plan.id ?? allQueues[plan.queue]?.plan.id ?? null
}
