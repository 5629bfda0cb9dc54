import { type LimitId, limitFor, type Profile } from '../../../aws/index.ts'
import { MICROS_PER_HOUR, MICROS_PER_MILLISECOND, type Micros, secondsToMicros } from '../../kernel/time.ts'
import type { OnDemandPlan, ReshardingPlan, TurnableStream } from '../../plan.ts'

/** What only today's profile has; null in the article's. */
export type FanOutLimits = {
  bytesPerSecond: number
  latencyMicros: Micros
  idleMicros: Micros
  consumers: number
  consumersAdvantage: number
  registrationsPerSecond: number
  creating: number
  creatingMicros: Micros
  subscriptionMicros: Micros
  againMicros: Micros
}

export type QueueLimits = {
  records: number
  visibilitySeconds: number
  visibilityMost: number
  inFlight: number
  maxReceiveCount: number
  creatingMicros: Micros
}

/** Kinesis in numbers, for one Region and profile. */
export type KinesisLimits = {
  turnable: TurnableStream
  /** KIN1.01, also without throttling: capacity is told in shards. */
  shardBytesPerSecond: number
  resharding: ReshardingPlan
  /** KIN5; `streams`: of one account. */
  onDemand:
    | (Omit<OnDemandPlan, 'atStart' | 'historyBytesPerSecond' | 'warmBytesPerSecond'> & {
        streams: number
        warmMost: number
        commitmentMicros: Micros
        switches: number
        switchWindowMicros: Micros
      })
    | null
  fanOut: FanOutLimits | null
  queues: QueueLimits | null
  recordBytesLeast: number
  recordBytesMost: number
  keyCharacters: number
  retentionHours: readonly [least: number, most: number]
  /** Infinity where the ledger has no quota for the Region. */
  accountShards: number
  creatingMicros: Micros
  iteratorMicros: Micros
  /** 0: not limited. */
  iteratorCallsPerSecond: number
  reshardCallsPerSecond: number
  listedShards: number
  tokenMicros: Micros
}

/** A rate that nobody reaches, of which every sum is still a whole number. */
const UNLIMITED = Number.MAX_SAFE_INTEGER

/** The ledger's numbers. Without throttling no rate is limited. @throws RangeError for a Region that it does not know. */
export function kinesisLimitsOf(profile: Profile, region: string, isThrottled: boolean): KinesisLimits {
  const found = (id: LimitId) => limitFor(id, { profile, region })
  const row = (id: LimitId) => {
    const limit = found(id)
    if (!limit.ok) throw new RangeError(limit.message)
    return limit
  }
  const value = (id: LimitId) => row(id).value
  const rate = (id: LimitId, unlimited = UNLIMITED) => (isThrottled ? value(id) : unlimited)
  const micros = (id: LimitId) => secondsToMicros(value(id))
  const hours = (id: LimitId) => value(id) * MICROS_PER_HOUR
  const [recordBytesLeast, recordBytesMost] = row('KIN1.04').allowed ?? [value('KIN1.04'), value('KIN1.04')]
  const shardQuota = found('KIN4.07')
  return {
    shardBytesPerSecond: value('KIN1.01'),
    turnable: {
      retentionMicros: hours('KIN6.01'),
      writeRecordsPerSecond: rate('KIN1.02'),
      writeBytesPerSecond: rate('KIN1.01'),
      recordBytesLimit: value('KIN1.04'),
      putRecordsLimit: value('KIN1.06'),
      putBytesLimit: value('KIN1.06.bytes'),
      readCallsPerSecond: rate('KIN2.01', 0),
      readBytesPerSecond: rate('KIN2.02'),
      getRecordsLimit: value('KIN2.03'),
      getBytesLimit: value('KIN2.03.bytes'),
      getPenaltyMicros: isThrottled ? micros('KIN2.04') : 0,
      throttleWindowMicros: 0,
      readRecordsPerSecond: 0,
    },
    resharding: {
      micros: micros('KIN4.08'),
      countCallsMost: value('KIN4.06.calls'),
      countWindowMicros: hours('KIN4.06.window'),
      countTimesMost: value('KIN4.06'),
      countTimesLeast: value('KIN4.06.least'),
      countShardsMost: value('KIN4.06.shards'),
    },
    onDemand: found('KIN5.03').ok
      ? {
          leastBytesPerSecond: value('KIN5.02'),
          mostBytesPerSecond: value('KIN5.03'),
          shardsMost: Infinity,
          timesPeak: value('KIN5.04'),
          historyMicros: hours('KIN5.04.history'),
          lookBackMicros: hours('KIN5.09.lookBack'),
          splitBytesPerSecond: value('KIN5.06'),
          splitWithinMicros: micros('X-K5'),
          measureMicros: micros('X-K5.measured'),
          streams: value('KIN5.03.streams'),
          warmMost: value('KIN5.09'),
          commitmentMicros: hours('KIN5.08.hours'),
          switches: value('KIN5.10'),
          switchWindowMicros: hours('KIN5.10.window'),
        }
      : null,
    fanOut: found('KIN3.01').ok
      ? {
          bytesPerSecond: rate('KIN3.01'),
          latencyMicros: value('KIN3.07') * MICROS_PER_MILLISECOND,
          idleMicros: micros('X-K6'),
          consumers: value('KIN3.02'),
          consumersAdvantage: value('KIN3.02.advantage'),
          registrationsPerSecond: rate('KIN3.03', 0),
          creating: value('KIN3.03.creating'),
          creatingMicros: micros('X-K4.consumer'),
          subscriptionMicros: micros('KIN3.04'),
          againMicros: micros('KIN3.05.again'),
        }
      : null,
    queues: found('KIN6.02').ok
      ? {
          records: value('KIN6.02'),
          visibilitySeconds: value('KIN6.02.visibility'),
          visibilityMost: (row('KIN6.02.visibility').allowed ?? [0, 0])[1],
          inFlight: value('KIN6.03'),
          maxReceiveCount: value('KIN6.04'),
          creatingMicros: micros('X-K4.queue'),
        }
      : null,
    recordBytesLeast,
    recordBytesMost,
    keyCharacters: value('KIN1.11'),
    retentionHours: row('KIN6.01').allowed ?? [value('KIN6.01'), value('KIN6.01')],
    accountShards: shardQuota.ok ? shardQuota.value : Infinity,
    creatingMicros: micros('X-K4.creating'),
    iteratorMicros: micros('KIN2.09'),
    iteratorCallsPerSecond: rate('KIN2.09.calls', 0),
    reshardCallsPerSecond: rate('KIN4.03', 0),
    listedShards: value('KIN4.04.listed'),
    tokenMicros: micros('KIN4.04.token'),
  }
}
