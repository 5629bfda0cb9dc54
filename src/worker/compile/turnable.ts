import type { ScenarioNode } from '../../scenario/scenario.ts'
import { THROTTLE_WINDOW_MICROS } from '../../scenario/streamNumbers.ts'
import { fromHours, fromMillis, fromSeconds, oneOf, type Rules, same, spread, whole } from './conversions.ts'

// How a field of the document becomes a number of the engine: one table for start values and for interventions.

/** Of the kinds that every scene has; those of the others stand in `otherRules.ts`. */
export const PLAIN_RULES = {
  producer: {
    rate: ['ratePerSecond', same],
    recordBytes: ['recordBytes', whole],
    batchRecords: ['batchRecords', whole],
    lingerMs: ['lingerMicros', fromMillis],
    callLatencyMs: ['callLatencyMicros', fromMillis],
    bufferRecords: ['bufferRecords', whole],
    whenFull: ['whenFull', oneOf('block', 'dropOldest', 'dropNewest')],
    attemptsMax: ['attemptsMax', whole],
    backoffBaseMs: ['backoffBaseMicros', fromMillis],
    backoffMaxMs: ['backoffMaxMicros', fromMillis],
    jitter: ['jitter', oneOf('none', 'half', 'full')],
    callFailureShare: ['callFailureShare', same],
    hotShare: ['hotShare', same],
  },
  stream: {
    retentionHours: ['retentionMicros', fromHours],
    writeRecordsPerSecond: ['writeRecordsPerSecond', same],
    writeBytesPerSecond: ['writeBytesPerSecond', same],
    recordBytesLimit: ['recordBytesLimit', whole],
    putRecordsLimit: ['putRecordsLimit', whole],
    putBytesLimit: ['putBytesLimit', whole],
    readCallsPerSecond: ['readCallsPerSecond', same],
    readBytesPerSecond: ['readBytesPerSecond', same],
    getRecordsLimit: ['getRecordsLimit', whole],
    getBytesLimit: ['getBytesLimit', whole],
    getPenaltySeconds: ['getPenaltyMicros', fromSeconds],
    readRecordsPerSecond: ['readRecordsPerSecond', same],
    throttling: ['throttleWindowMicros', (value) => (value === 'window' ? THROTTLE_WINDOW_MICROS : 0)],
    capacityMode: ['mode', oneOf('provisioned', 'onDemandStandard', 'onDemandAdvantage')],
    warmBytesPerSecond: ['warmBytesPerSecond', whole],
    recordDistribution: ['spreadsEvenly', oneOf('USER_PARTITION_KEY', 'AUTO')],
  },
  application: {
    pollIntervalMs: ['pollIntervalMicros', fromMillis],
    callLatencyMs: ['callLatencyMicros', fromMillis],
    recordsPerCall: ['recordsPerCall', whole],
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    serviceSpread: ['serviceSpread', spread],
    checkpointSeconds: ['checkpointMicros', fromSeconds],
    failoverSeconds: ['failoverMicros', fromSeconds],
    failureShare: ['failureShare', same],
    onFailure: ['onFailure', oneOf('retry', 'skip')],
    checkpointWhen: ['checkpointWhen', oneOf('after', 'before')],
    sideEffects: ['isIdempotent', oneOf('eachTime', 'once')],
    poisonRecord: ['poisonRecord', whole],
  },
} satisfies Readonly<Record<string, Rules>>

/** The start values of everything that may be turned in a node. */
export function turnableOf<T>(node: ScenarioNode, rules: Rules): T {
  const fields = node as unknown as Record<string, number | string>
  return Object.fromEntries(
    Object.entries(rules).map(([name, [field, convert]]) => [field, convert(fields[name]!)]),
  ) as T
}

/** Field and value of an intervention in the engine's words; null when the field cannot be turned during a run. */
export function turned(
  rules: Rules | undefined,
  field: string,
  value: number | string,
): { field: string; value: number } | null {
  const rule = rules !== undefined && Object.hasOwn(rules, field) ? rules[field] : undefined
  return rule ? { field: rule[0], value: rule[1](value) } : null
}
