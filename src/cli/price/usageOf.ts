import { type PriceId, priceFor } from '../../aws/index.ts'
import {
  applicationCounts,
  CapacityMode,
  createEngine,
  EMPTY,
  type Engine,
  NODE_GAUGES,
  type Plan,
  READ_BYTES_TOTAL,
  STORED,
} from '../../engine/index.ts'
import {
  type FunctionUsage,
  payloadUnits,
  type QueueUsage,
  roundedBytes,
  type StreamUsage,
  type TopicUsage,
  type Usage,
} from '../../review/usage.ts'
import { Meter } from './meter.ts'

/** Plays a plan up to a moment and says what of it is billed. Modes and retention are those of the end. */
export function usageOfRun(plan: Plan, seed: number, untilMicros: number): Usage {
  const engine = createEngine(plan, seed)
  const meter = new Meter(unitOf('P.11'))
  engine.watch(meter)
  engine.run(untilMicros, Infinity)
  engine.watch(null)
  engine.settle()
  return {
    micros: engine.now,
    streams: engine.streams.map((_, number) => streamUsage(engine, number, meter)),
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

function streamUsage(engine: Engine, number: number, meter: Meter): StreamUsage {
  const { shards, onDemand, changes, retentionMicros } = engine.streams[number]!
  const hasAdvantage = changes?.mode === CapacityMode.advantage
  const written = recordsOf(engine, number)
  const units = { payload: unitOf('P.02.unit'), onDemand: unitOf('P.07.unit') }
  const shardMicros = sum(shards.map((shard) => Math.min(engine.now, shard.closedAt) - shard.openedAt))
  const consumers = engine.applications.filter(({ plan: of }) => of.stream === number && of.fanOut?.isRegistered)
  const functions = engine.plan.nodes.filter(
    (node) => node.kind === 'lambda' && node.stream === number && node.fanOut !== undefined,
  )
  return {
    mode: !onDemand?.isOn ? 'provisioned' : hasAdvantage ? 'advantage' : 'onDemand',
    shardMicros,
    retentionHours: retentionMicros / HOUR_MICROS,
    payloadUnits: sum(written.map((bytes) => payloadUnits(bytes, units.payload))),
    storedBytes: sum(written.map((bytes) => roundedBytes(bytes, units.onDemand))),
    polledBytes: sum(shards.map(({ c }) => c[READ_BYTES_TOTAL]!)),
    consumerShardMicros: (consumers.length + functions.length) * shardMicros,
    fanOutBytes:
      sum(consumers.map((consumer) => applicationCounts(consumer, engine.now).bytesRead)) +
      sum(functions.map(({ id }) => meter.pushedTo(id))),
  }
}

/** P.02, P.07: data bytes of each stored Kinesis record. One that is packed (KIN6.06) has the keys of its user records in its data. */
function recordsOf(engine: Engine, number: number): number[] {
  const stream = engine.streams[number]!
  return stream.shards.flatMap(({ log, packs }) => {
    const sizes: number[] = []
    for (let i = 0; i < log.length; ) {
      const end = packs?.endOf(i) ?? i + 1
      let bytes = end - i > 1 ? 0 : engine.world.records.bytesOf(log.get(i))
      if (end - i > 1) for (let user = i; user < end; user++) bytes += stream.bytesOf(log.get(user))
      sizes.push(bytes)
      i = end
    }
    return sizes
  })
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
