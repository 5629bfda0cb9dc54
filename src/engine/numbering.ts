import { kclTimerCount } from './clients/kcl/timerRows.ts'
import type { ApplicationResources } from './clients/kinesisApplication.ts'
import type { LinkResources } from './clients/linkResources.ts'
import type { PoolResources } from './clients/poolState.ts'
import type { ProducerStreams } from './clients/producer.ts'
import type { StreamResources } from './kinesis/stream.ts'
import { specOf } from './nodes/nodeKinds.ts'
import type { NodeResources } from './nodes/nodeModel.ts'
import type { LinkPlan, Plan } from './plan.ts'
import type { QueueResources } from './sqs/standardQueue.ts'

// Timers, random streams and tracks are numbered once, from the plan alone. Timers of one moment run in the order of
// their numbers: interventions first, then links, stores, readers; the recorder last. Arrivals of that moment come before all of them.

const INTERVENTION = 0
const LINK_FLUSH = INTERVENTION + 1
const LINK_CALLS = LINK_FLUSH + 1
const LINK_RETRIES = LINK_CALLS + 1
const STREAM = LINK_RETRIES + 1
const VISIBILITY = STREAM + 1
const RETENTION = VISIBILITY + 1
const REDRIVE = RETENTION + 1
const SHARD = REDRIVE + 1
const WORKER = SHARD + 1
const BIN = WORKER + 1
const NODE = BIN + 1
const LEASE = NODE + 1
export const TimerKind = {
  intervention: INTERVENTION,
  linkFlush: LINK_FLUSH,
  linkCalls: LINK_CALLS,
  linkRetries: LINK_RETRIES,
  stream: STREAM,
  visibility: VISIBILITY,
  retention: RETENTION,
  redrive: REDRIVE,
  shard: SHARD,
  worker: WORKER,
  bin: BIN,
  node: NODE,
  lease: LEASE,
} as const

export type Timer = { kind: number; node: number; row: number }
export type RandomStreamName = { node: string; purpose: string }
/** A way for dots: indices among the plan's nodes of that kind. */
export type TrackPlan =
  | { kind: 'stored' | 'refused'; link: number; row: number }
  | { kind: 'delivered'; application: number; row: number }
  | { kind: 'delivered'; pool: number }
  | { kind: 'delivered'; node: number; row: number }

export type Numbering = {
  timers: Timer[]
  streams: RandomStreamName[]
  tracks: TrackPlan[]
  interventionTimer: number
  binTimer: number
  producers: ProducerStreams[]
  links: LinkResources[]
  streamNodes: StreamResources[]
  /** `redrive`: timer of a queue that takes another one's dead letters; -1 of all others. */
  queues: (QueueResources & { redrive: number })[]
  applications: ApplicationResources[]
  pools: PoolResources[]
  nodes: NodeResources[]
}

const NO_LIBRARY = { zombieServiceStreams: [], zombieFailureStreams: [], leases: null }

export function numberResources(plan: Plan): Numbering {
  const timers: Timer[] = []
  const streams: RandomStreamName[] = []
  const tracks: TrackPlan[] = []
  const timer = (kind: number, node: number, row: number) => timers.push({ kind, node, row }) - 1
  const chanceOf = new Map(plan.chanceOf)
  const drawnAs = (node: string) => chanceOf.get(node) ?? node
  const stream = (node: string, purpose: string) => streams.push({ node: drawnAs(node), purpose }) - 1
  const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row)

  const interventionTimer = timer(TimerKind.intervention, 0, 0)
  const producers = plan.producers.map(({ id }) => ({
    arrivals: stream(id, 'arrivals'),
    keys: stream(id, 'keys'),
    sizes: stream(id, 'sizes'),
  }))
  const linksSoFar = plan.producers.map(() => 0)
  const links = plan.links.map((link, l) => {
    const row = linksSoFar[link.producer]!++
    const from = plan.producers[link.producer]!.id
    const store = storePlanOf(plan, link)
    const to = drawnAs(store.id)
    const rows = link.toStream >= 0 ? plan.streams[link.toStream]!.shardsAtMost : 1
    const stored = tracks.length
    for (const shard of rowsOf(rows)) tracks.push({ kind: 'stored', link: l, row: shard })
    const refused = tracks.length
    for (const shard of rowsOf(rows)) tracks.push({ kind: 'refused', link: l, row: shard })
    return {
      timers: {
        flush: timer(TimerKind.linkFlush, link.producer, row),
        calls: timer(TimerKind.linkCalls, link.producer, row),
        retries: timer(TimerKind.linkRetries, link.producer, row),
      },
      streams: {
        latency: stream(from, `latency to ${to}`),
        jitter: stream(from, `jitter to ${to}`),
        failure: stream(from, `failure to ${to}`),
      },
      tracks: { stored, refused, rows, recordsPerDot: store.recordsPerDot },
    }
  })
  const streamNodes = plan.streams.map(({ id }, s) => ({
    timer: timer(TimerKind.stream, s, 0),
    splits: stream(id, 'splits'),
    createdAt: 0,
  }))
  const libraryResources = (id: string, a: number, shards: number[], workers: number[]) => {
    const rows = rowsOf(kclTimerCount(workers.length)).map((row) => timer(TimerKind.lease, a, row))
    return {
      zombieServiceStreams: shards.map((row) => stream(id, `service of shard ${row} that was lost`)),
      zombieFailureStreams: shards.map((row) => stream(id, `failure of shard ${row} that was lost`)),
      leases: {
        firstTimer: rows[0]!,
        phaseStream: stream(id, 'moments of leases'),
        leaderStream: stream(id, 'choice of the leader'),
        workerStreams: workers.map((row) => stream(id, `choice of worker ${row}`)),
      },
    }
  }
  const takesDeadLetters = (q: number) => plan.queues.some(({ deadLetterQueue }) => deadLetterQueue === q)
  const queues = plan.queues.map(({ id }, q) => ({
    number: q,
    visibility: timer(TimerKind.visibility, q, 0),
    retention: timer(TimerKind.retention, q, 0),
    redrive: takesDeadLetters(q) ? timer(TimerKind.redrive, q, 0) : -1,
    streams: { servers: stream(id, 'servers'), order: stream(id, 'order'), faults: stream(id, 'faults') },
  }))
  const applications = plan.applications.map(({ id, stream: of, workers, kcl }, a): ApplicationResources => {
    const shards = rowsOf(plan.streams[of]!.shardsAtMost)
    const shardTimers = shards.map((row) => timer(TimerKind.shard, a, row))
    const firstTrack = tracks.length
    for (const row of shards) tracks.push({ kind: 'delivered', application: a, row })
    return {
      firstTimer: shardTimers[0]!,
      firstTrack,
      serviceStreams: shards.map((row) => stream(id, `service of shard ${row}`)),
      failureStreams: shards.map((row) => stream(id, `failure of shard ${row}`)),
      ...(kcl === null ? NO_LIBRARY : libraryResources(id, a, shards, rowsOf(workers))),
    }
  })
  const pools = plan.pools.map(({ id, workers }, w) => {
    const workerTimers = rowsOf(workers).map((row) => timer(TimerKind.worker, w, row))
    tracks.push({ kind: 'delivered', pool: w })
    return {
      firstTimer: workerTimers[0] ?? 0,
      track: tracks.length - 1,
      serviceStreams: rowsOf(workers).map((row) => stream(id, `service of worker ${row}`)),
      failureStreams: rowsOf(workers).map((row) => stream(id, `failure of worker ${row}`)),
    }
  })
  const nodes = plan.nodes.map((node, n) => {
    const spec = specOf(node)
    const firstTimer = timers.length
    for (const row of rowsOf(spec.timers(node))) timer(TimerKind.node, n, row)
    const firstTrack = tracks.length
    for (const row of rowsOf(spec.tracks(node))) tracks.push({ kind: 'delivered', node: n, row })
    return { firstTimer, firstTrack, streams: spec.streams(node).map((purpose) => stream(node.id, purpose)) }
  })
  const binTimer = timer(TimerKind.bin, 0, 0)
  return {
    timers,
    streams,
    tracks,
    interventionTimer,
    binTimer,
    producers,
    links,
    streamNodes,
    queues,
    applications,
    pools,
    nodes,
  }
}

/** The queue in a place that readers name: standard queues first, then those of other kinds. */
export function queuePlanOf(plan: Plan, place: number): { id: string; recordsPerDot: number } {
  const standard = plan.queues[place]
  if (standard !== undefined) return standard
  const node = plan.nodes.find(
    (own) => (own.kind === 'fifoQueue' || own.kind === 'kinesisQueue') && own.number === place,
  )
  if (node === undefined) throw new RangeError(`The plan has no queue ${place}`)
  return node
}

/** What a link sends to. */
export function storePlanOf(plan: Plan, link: LinkPlan): { id: string; recordsPerDot: number } {
  if (link.toNode !== undefined && link.toNode >= 0) return plan.nodes[link.toNode]!
  return link.toStream >= 0 ? plan.streams[link.toStream]! : plan.queues[link.toQueue]!
}
