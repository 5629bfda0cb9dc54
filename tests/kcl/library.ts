import type { KclCoordination } from '../../src/engine/clients/kcl/kclCoordination.ts'
import type { ApplicationPlan, Engine, KclPlan, Plan, StreamPlan } from '../../src/engine/index.ts'
import { applicationCounts, createEngine } from '../../src/engine/index.ts'
import { middleOf } from '../../src/engine/kinesis/hashKey.ts'
import { SECOND } from '../engine/play.ts'
import { application, kcl, plan, producer, stream } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'

// Workers that share the shards of one stream as the Kinesis Client Library does.

export const KCL_2: Partial<KclPlan> = { hasLeader: false }

type Changes = Partial<Omit<ApplicationPlan, 'kcl' | 'turnable' | 'stream'>> & {
  shards?: number
  /** Room for shards that will be made. */
  shardsAtMost?: number
  kcl?: Partial<KclPlan>
  turnable?: Partial<ApplicationPlan['turnable']>
  limits?: Partial<StreamPlan['turnable']>
  ratePerSecond?: number
  /** One key alone lies on one shard. */
  keys?: number
  recordBytes?: number
  seconds?: number
}

/** 10 records/s over many keys, two workers, polls every second; long enough for everything. */
export function library(changes: Changes = {}): Plan {
  const {
    shards = 4,
    shardsAtMost = shards,
    kcl: own = {},
    turnable,
    ratePerSecond = 10,
    keys = 100,
    ...rest
  } = changes
  const { limits = {}, recordBytes = 100, seconds = 3600, ...app } = rest
  return plan({
    durationMicros: seconds * SECOND,
    binMicros: 10 * SECOND,
    producers: [producer({ keys: { kind: 'even', count: keys }, turnable: { ratePerSecond, recordBytes } })],
    streams: [stream({ shards, shardsAtMost, turnable: limits })],
    applications: [application({ workers: 2, ...app, kcl: kcl(own), turnable: { serviceMicros: 1000, ...turnable } })],
  })
}

export const appOf = (engine: Engine, app = 0) => engine.applications[app]!

export const tableOf = (engine: Engine, app = 0) => (appOf(engine, app).leases as KclCoordination).table

/** `3+2`: how many leases each living worker owns. */
export function counts(engine: Engine, app = 0): string {
  const { leases, plan: of, stream: store } = appOf(engine, app)
  const owned = (worker: number) =>
    store.shards.filter(
      ({ number }) => tableOf(engine, app).isLive(number) && tableOf(engine, app).belongsTo(number, worker),
    )
  const living = Array.from({ length: of.workers }, (_, worker) => worker).filter((worker) => leases.isAlive(worker))
  return living.map((worker) => owned(worker).length).join('+')
}

/** `0 1 - end`: of each shard the owner in the lease table; `x1`: a dead one; `-`: none; `.`: no lease; end, gone: it is read. */
export function owners(engine: Engine, app = 0): string {
  const { leases, stream: store } = appOf(engine, app)
  return store.shards
    .map(({ number }) => {
      const owner = leases.ownerOf(number)
      const words = [
        '.',
        owner < 0 ? '-' : `${tableOf(engine, app).isOwnedByLiving(number) ? '' : 'x'}${owner}`,
        'end',
        'gone',
      ]
      return words[leases.leaseStateOf(number)]
    })
    .join(' ')
}

/** Of each shard the worker that reads it, `-` when none does. */
export function readers(engine: Engine, app = 0): string {
  const { leases, stream: store } = appOf(engine, app)
  return store.shards.map(({ number }) => (leases.readerOf(number) < 0 ? '-' : leases.readerOf(number))).join(' ')
}

const WORKER_VERBS = ['crash', 'start', 'pause', 'resume', 'cutOff', 'reconnect'] as const
type WorkerVerb = (typeof WORKER_VERBS)[number]

/**
 * Draws what is done to an application and what is seen of it. Workers that are started keep time from that moment, so each
 * moment can be worked out by hand.
 *   crash 0, start 0, pause 0, resume 0, cutOff 0, reconnect 0     of worker 0, or of several: `crash 0 1`
 *   split 0, merge 0 1                                              of shards; they change 30 s later
 *   count 20: UpdateShardCount
 *   work: records worked, of those again, checkpoints refused
 *   owners, readers, counts, leader, leases, or whatever `looks` knows
 */
export function expectLibrary(
  of: Plan,
  drawing: string,
  looks: Record<string, (engine: Engine, words: string[]) => string> = {},
  seed = 1,
): Engine {
  const engine = createEngine(of, seed)
  const act = (now: number, [verb = '', ...words]: string[]): string => {
    engine.run(now, Number.POSITIVE_INFINITY)
    engine.settle()
    const own = looks[verb]
    if (own !== undefined) return own(engine, words)
    const app = appOf(engine)
    if (WORKER_VERBS.includes(verb as WorkerVerb)) {
      for (const word of words) app[verb as WorkerVerb](Number(word), now)
      return readers(engine)
    }
    const store = engine.streams[0]!
    const [shard = 0, other = 0] = words.map(Number)
    const { range } = store.shards[verb === 'split' ? shard : 0]!
    switch (verb) {
      case 'split':
        store.splitShard(shard, middleOf(range), now)
        return 'split'
      case 'merge':
        store.mergeShards(shard, other, now)
        return 'merge'
      case 'count':
        store.updateShardCount(shard, now)
        return 'count'
      case 'work': {
        const { processed, processedAgain, checkpointsRefused } = applicationCounts(app, now)
        return `${processed} worked, ${processedAgain} again, ${checkpointsRefused} refused`
      }
      case 'owners':
        return owners(engine)
      case 'readers':
        return readers(engine)
      case 'counts':
        return counts(engine)
      case 'leader':
        return app.leases.leader < 0 ? 'none' : String(app.leases.leader)
      case 'leases':
        return String(app.stream.shards.filter(({ number }) => [1, 2].includes(app.leases.leaseStateOf(number))).length)
      default:
        throw new Error(`No such step: ${verb}`)
    }
  }
  expectTimeline(drawing, act)
  return engine
}
