import { distributionKind } from '../../engine/index.ts'
import type { NodeKind, ScenarioNode } from '../../scenario/scenario.ts'

// How a field of the document becomes a number of the engine: one table for start values and for interventions.

type Convert = (value: number | string) => number
type Rule = readonly [field: string, convert: Convert]

const same: Convert = Number
const whole: Convert = (value) => Math.round(Number(value))
const fromSeconds: Convert = (value) => Math.round(Number(value) * 1_000_000)
const fromMillis: Convert = (value) => Math.round(Number(value) * 1000)
const fromHours: Convert = (value) => Math.round(Number(value) * 3_600_000_000)
const oneOf =
  (...names: string[]): Convert =>
  (value) =>
    names.indexOf(String(value))
const spread: Convert = (value) => distributionKind(String(value))

const RULES: Record<NodeKind, Record<string, Rule>> = {
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
  },
  queue: {
    visibilityTimeoutSeconds: ['visibilityTimeoutMicros', fromSeconds],
    retentionHours: ['retentionMicros', fromHours],
    inFlightLimit: ['inFlightLimit', whole],
    messageBytesLimit: ['messageBytesLimit', whole],
    batchLimit: ['batchLimit', whole],
    delaySeconds: ['delayMicros', fromSeconds],
    maxReceiveCount: ['maxReceiveCount', whole],
    shuffleWindow: ['shuffleWindow', whole],
    duplicateShare: ['duplicateShare', same],
    deleteLostShare: ['deleteLostShare', same],
    redrivePerSecond: ['redrivePerSecond', same],
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
  pool: {
    messagesPerCall: ['messagesPerCall', whole],
    waitSeconds: ['waitMicros', fromSeconds],
    idleMs: ['idleMicros', fromMillis],
    callLatencyMs: ['callLatencyMicros', fromMillis],
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    serviceSpread: ['serviceSpread', spread],
    failureShare: ['failureShare', same],
    deleteWhen: ['deleteWhen', oneOf('after', 'before')],
    heartbeatSeconds: ['heartbeatMicros', fromSeconds],
    sideEffects: ['isIdempotent', oneOf('eachTime', 'once')],
    poisonRecord: ['poisonRecord', whole],
  },
  monolith: {
    heapMiB: ['heapBytes', (value) => Number(value) * 1_048_576],
    overhead: ['overhead', same],
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    serviceSpread: ['serviceSpread', spread],
    pauseFromShare: ['pauseFromShare', same],
    pauseMs: ['pauseMicros', fromMillis],
    pauseEveryMs: ['pauseEveryMicros', fromMillis],
    restartSeconds: ['restartMicros', fromSeconds],
  },
  topic: {
    throughputScope: ['throughputScope', oneOf('Topic', 'MessageGroup')],
    topicMessagesPerSecond: ['topicMessagesPerSecond', same],
    topicBytesPerSecond: ['topicBytesPerSecond', same],
    groupMessagesPerSecond: ['groupMessagesPerSecond', same],
    messageBytesLimit: ['messageBytesLimit', whole],
    batchLimit: ['batchLimit', whole],
  },
  fifoQueue: {
    visibilityTimeoutSeconds: ['visibilityTimeoutMicros', fromSeconds],
    retentionHours: ['retentionMicros', fromHours],
    delaySeconds: ['delayMicros', fromSeconds],
    maxReceiveCount: ['maxReceiveCount', whole],
    deduplicationScope: ['deduplicationScope', oneOf('queue', 'messageGroup')],
    throughputLimit: ['throughputLimit', oneOf('perQueue', 'perMessageGroupId')],
    callsPerSecond: ['callsPerSecond', same],
    highThroughputCallsPerSecond: ['highThroughputCallsPerSecond', same],
    inFlightLimit: ['inFlightLimit', whole],
    messageBytesLimit: ['messageBytesLimit', whole],
    batchLimit: ['batchLimit', whole],
  },
  lambda: {
    batchMs: ['batchMicros', (value) => Number(value) * 1000],
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    serviceSpread: ['serviceSpread', spread],
    timeoutSeconds: ['timeoutMicros', fromSeconds],
    coldStartMs: ['coldStartMicros', fromMillis],
    keepWarmSeconds: ['keepWarmMicros', fromSeconds],
    failureShare: ['failureShare', same],
    poisonRecord: ['poisonRecord', whole],
    effects: ['idempotent', oneOf('each', 'once')],
    reservedConcurrency: ['reservedInvocations', whole],
    accountConcurrency: ['accountInvocations', whole],
    retryPauseMs: ['retryPauseMicros', fromMillis],
    recordsPerBatch: ['batchRecords', whole],
    messagesPerBatch: ['batchMessages', whole],
    windowSeconds: ['windowMicros', fromSeconds],
    reportFailures: ['reportsFailures', oneOf('off', 'on')],
    maximumRetryAttempts: ['attemptsMax', (value) => whole(value) + 1],
    maximumRecordAgeSeconds: ['recordAgeMaxMicros', (value) => Math.max(0, fromSeconds(value))],
    bisectBatch: ['bisects', oneOf('off', 'on')],
    tumblingWindowSeconds: ['tumblingMicros', fromSeconds],
    stateBytesPerRecord: ['stateBytesPerRecord', whole],
    maximumConcurrency: ['maximumConcurrency', whole],
  },
  downstream: {
    capacity: ['capacity', whole],
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    serviceSpread: ['serviceSpread', spread],
    waitingLimit: ['waitingLimit', whole],
    failureShare: ['failureShare', same],
  },
  aggregator: {
    serviceMs: ['serviceMicros', (value) => Number(value) * 1000],
    pollIntervalMs: ['pollMicros', fromMillis],
    checkpointSeconds: ['checkpointMicros', fromSeconds],
    restartSeconds: ['restartMicros', fromSeconds],
    counts: ['counts', oneOf('memory', 'saved', 'outside')],
    effects: ['knowsRecords', oneOf('each', 'once')],
    deleteWhen: ['deletesFirst', oneOf('after', 'before')],
  },
  archive: {
    replayPerSecond: ['replayPerSecond', same],
    retentionHours: ['retentionMicros', fromHours],
  },
}

/** The start values of everything that may be turned in a node. */
export function turnableOf<T>(node: ScenarioNode): T {
  const fields = node as unknown as Record<string, number | string>
  return Object.fromEntries(
    Object.entries(RULES[node.kind]).map(([name, [field, convert]]) => [field, convert(fields[name]!)]),
  ) as T
}

/** Field and value of an intervention in the engine's words; null when the field cannot be turned during a run. */
export function turned(kind: NodeKind, field: string, value: number | string): { field: string; value: number } | null {
  const rule = Object.hasOwn(RULES[kind], field) ? RULES[kind][field] : undefined
  return rule ? { field: rule[0], value: rule[1](value) } : null
}
