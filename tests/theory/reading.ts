import { applicationCounts, type Engine, type Plan } from '../../src/engine/index.ts'
import { play, runTo, SECOND } from '../engine/play.ts'
import { application, fanOut, plan, producer, stream } from '../engine/testPlan.ts'

/** Applications that come to one shard after it has been written to for a while, as after an outage of theirs. */
export type Reading = {
  recordsPerSecond: number
  /** With the key. */
  recordBytes: number
  applications: number
  outageSeconds: number
  /** What the shard gives to all of them together, or, pushed, to each of them; 0 = whatever they want. */
  bytesPerSecond: number
  /** With enhanced fan-out, events taking no time. */
  isPushed: boolean
  /** What each of them can work; 0 = whatever it reads. */
  workedPerSecond: number
  retentionSeconds: number
}

/** Small against everything that is measured: they are what the closed forms know nothing of. */
export const POLL_SECONDS = 0.05
export const RECORDS_A_CALL = 25
export const BATCHES_AHEAD = 4

const KEY = 'k'
const NOT_LIMITED = 1e12

/** The fluid of the closed forms in grains: even arrivals, frequent small calls that take no time, no limit but the ones named. */
export function readingPlan(reading: Reading, lastsSeconds: number): Plan {
  const { recordsPerSecond, recordBytes, bytesPerSecond, workedPerSecond, isPushed } = reading
  return plan({
    durationMicros: Math.ceil(lastsSeconds * SECOND),
    binMicros: Math.ceil(lastsSeconds * SECOND),
    producers: [
      producer({
        keys: { kind: 'list', keys: [KEY] },
        turnable: { ratePerSecond: recordsPerSecond, recordBytes: recordBytes - KEY.length },
      }),
    ],
    streams: [
      stream({
        turnable: {
          retentionMicros: reading.retentionSeconds * SECOND,
          writeRecordsPerSecond: NOT_LIMITED,
          writeBytesPerSecond: NOT_LIMITED,
          readCallsPerSecond: 0,
          readBytesPerSecond: bytesPerSecond === 0 || isPushed ? NOT_LIMITED : bytesPerSecond,
        },
      }),
    ],
    applications: Array.from({ length: reading.applications }, (_, i) =>
      application({
        id: `application-${i}`,
        startAtMicros: Math.round(reading.outageSeconds * SECOND),
        pollPhaseMicros: Math.round((i * POLL_SECONDS * SECOND) / reading.applications),
        prefetchBatches: BATCHES_AHEAD,
        ...(isPushed && { fanOut: fanOut({ bytesPerSecond, latencyMicros: 0 }) }),
        turnable: {
          pollIntervalMicros: POLL_SECONDS * SECOND,
          recordsPerCall: RECORDS_A_CALL,
          serviceMicros: workedPerSecond === 0 ? 0 : SECOND / workedPerSecond,
        },
      }),
    ),
  })
}

export type Sight = { seconds: number; ageSeconds: number[]; lostUnread: number }

/** The ages of all applications at these moments, which ascend. */
export function look(reading: Reading, moments: readonly number[]): Sight[] {
  let engine: Engine | null = null
  return moments.map((seconds) => {
    if (engine === null) engine = play(readingPlan(reading, moments.at(-1)! + 1), seconds)
    else runTo(engine, seconds)
    const { applications, now } = engine
    const counts = applications.map((each) => applicationCounts(each, now))
    return {
      seconds,
      ageSeconds: counts.map(({ ageMicros }) => ageMicros / SECOND),
      lostUnread: counts.reduce((sum, { lostUnread }) => sum + lostUnread, 0),
    }
  })
}

/** Everything at rest: one reader that nothing holds up. A case names what is different. */
export const AT_REST = {
  recordBytes: 100,
  applications: 1,
  outageSeconds: 0,
  bytesPerSecond: 0,
  isPushed: false,
  workedPerSecond: 0,
  retentionSeconds: 86_400,
} as const

/** What the shard gives, in terms of what comes in. */
const shareOf = ({ bytesPerSecond, recordsPerSecond, recordBytes }: Reading): number =>
  bytesPerSecond / (recordsPerSecond * recordBytes)

/**
 * W18, W19, W52: the ages of all applications together when the shard's bandwidth is what they lack. Each second they age by one
 * second each, and what is read takes `share` seconds off one of them or another. A second of bandwidth was saved up (X-K2).
 */
export function sharedAge(reading: Reading, seconds: number): number {
  const { outageSeconds, applications } = reading
  const since = seconds - outageSeconds
  if (since <= 0) return applications * seconds
  return Math.max(0, applications * seconds - shareOf(reading) * (1 + since))
}

/** W19, W52: with throughput of its own each is as old as if it were alone. */
export function ownAge(reading: Reading, seconds: number): number {
  return reading.applications * sharedAge({ ...reading, applications: 1 }, seconds)
}

/** W20, W55: the age of one reader that works a share of what comes in, or a multiple. */
export function workedAge({ outageSeconds, workedPerSecond, recordsPerSecond }: Reading, seconds: number): number {
  const since = seconds - outageSeconds
  if (since <= 0) return seconds
  return Math.max(0, seconds - (workedPerSecond / recordsPerSecond) * since)
}

/** Grains of the fluid: a call's records, a record's way through the producer, the wait for a poll. */
export const grainSeconds = (reading: Reading): number =>
  (RECORDS_A_CALL + 1) / reading.recordsPerSecond + (1 + shareOf(reading)) * POLL_SECONDS

/** How far the engine's ages are from a closed form at these moments, in grains: up to 1 is as near as can be. */
export function grainsOff(
  reading: Reading,
  closedForm: (reading: Reading, seconds: number) => number,
  moments: readonly number[],
  played: Reading = reading,
): number {
  const sights = look(played, moments)
  const offs = sights.map(({ seconds, ageSeconds }) => {
    const age = ageSeconds.reduce((sum, each) => sum + each)
    return Math.abs(age - closedForm(reading, seconds))
  })
  return Math.max(...offs) / grainSeconds(reading)
}
