import { type PriceId, priceFor } from '../../aws/index.ts'
import {
  applicationCounts,
  createEngine,
  EMPTY,
  type Engine,
  NODE_GAUGES,
  type Plan,
  READ_BYTES_TOTAL,
  STORED,
} from '../../engine/index.ts'
import type { FunctionUsage, QueueUsage, StreamUsage, TopicUsage, Usage } from '../../review/usage.ts'
import { Meter } from './meter.ts'

/** Plays a plan up to a moment and says what of it is billed. `isAdvantage`: the account has the commitment of KIN5.08. */
export function usageOfRun(plan: Plan, seed: number, untilMicros: number, isAdvantage = false): Usage {
  const engine = createEngine(plan, seed)
  const { records } = engine.world
  const meter = new Meter((reference) => records.bytesOf(reference), {
    payloadUnit: unitOf('P.02.unit'),
    onDemandRecord: unitOf('P.07.unit'),
    request: unitOf('P.11'),
  })
  engine.watch(meter)
  engine.run(untilMicros, Infinity)
  engine.watch(null)
  engine.settle()
  return {
    micros: engine.now,
    streams: engine.streams.map((_, number) => streamUsage(engine, number, meter, isAdvantage)),
    queues: queueUsages(engine, meter),
    topics: engine.nodes.flatMap(({ plan: { id, kind } }): TopicUsage[] =>
      kind === 'topic' ? [{ requests: meter.requestsOf(id), httpDeliveries: 0, firehoseDeliveries: 0 }] : [],
    ),
    functions: functionUsages(engine),
  }
}

/** Sizes of billing units are the same wherever there is a price. */
function unitOf(id: PriceId): number {
  const found = priceFor(id, { profile: 'today', region: 'us-east-1' })
  if (!found.ok) throw new Error(found.message)
  return found.value
}

const HOUR_MICROS = 3_600_000_000

function streamUsage(engine: Engine, number: number, meter: Meter, isAdvantage: boolean): StreamUsage {
  const { shards, plan, onDemand, retentionMicros } = engine.streams[number]!
  const written = meter.writtenTo(plan.id)
  const shardMicros = sum(shards.map((shard) => Math.min(engine.now, shard.closedAt) - shard.openedAt))
  const consumers = engine.applications.filter(({ plan: of }) => of.stream === number && of.fanOut?.isRegistered)
  return {
    mode: !onDemand?.isOn ? 'provisioned' : isAdvantage ? 'advantage' : 'onDemand',
    shardMicros,
    retentionHours: retentionMicros / HOUR_MICROS,
    payloadUnits: written.payloadUnits,
    storedBytes: written.roundedBytes,
    polledBytes: sum(shards.map(({ c }) => c[READ_BYTES_TOTAL]!)),
    consumerShardMicros: consumers.length * shardMicros,
    fanOutBytes: sum(consumers.map((consumer) => applicationCounts(consumer, engine.now).bytesRead)),
  }
}

/** P.11: every call is a request, also a receive that brought nothing. What a topic or a dead-letter queue moves by itself is none. */
function queueUsages(engine: Engine, meter: Meter): QueueUsage[] {
  return engine.allQueues.map(({ plan: { id }, isFifo, c }, q) => {
    const isFair = !isFifo && engine.plan.queues[q]!.fair !== null
    return { isFifo, requests: meter.requestsOf(id) + c[EMPTY]!, fairMessages: isFair ? c[STORED]! : 0 }
  })
}

/** P.14: without memory sizes the time of a function cannot be priced. */
function functionUsages(engine: Engine): FunctionUsage[] {
  const invocations = NODE_GAUGES.lambda.indexOf('invocationsTotal')
  return engine.nodes.flatMap((node): FunctionUsage[] => {
    if (node.plan.kind !== 'lambda') return []
    const gauges = new Float64Array(engine.gaugeCount)
    node.writeGauges(engine.now, gauges, 0)
    return [{ architecture: 'x86', requests: gauges[invocations]!, gbMicros: 0 }]
  })
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
