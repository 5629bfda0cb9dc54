import { describe, expect, test } from 'vitest'
import { EVERY_LIMIT } from '../../src/aws/otherLimits.ts'
import type {
  AggregatorFields,
  ArchiveFields,
  DownstreamFields,
  MonolithFields,
} from '../../src/scenario/aroundFields.ts'
import type { FifoQueueFields } from '../../src/scenario/fifoQueueFields.ts'
import { helpOf } from '../../src/scenario/help/kindHelp.ts'
import { defaultNode, fieldOf, fieldsOf, isAwsValue, NODE_KINDS, valueRefusal } from '../../src/scenario/index.ts'
import type { KinesisQueueFields } from '../../src/scenario/kinesisQueueFields.ts'
import type { LambdaFields } from '../../src/scenario/lambdaFields.ts'
import type {
  ApplicationFields,
  NodeKind,
  PoolFields,
  ProducerFields,
  QueueFields,
  StreamFields,
  TopicFields,
} from '../../src/scenario/scenario.ts'

const fieldNames = (kind: NodeKind) => fieldsOf(kind).map(({ name }) => name)
const helps = new Map(await Promise.all(NODE_KINDS.map(async (kind) => [kind, await helpOf(kind)] as const)))
const all = NODE_KINDS.flatMap((kind) =>
  fieldsOf(kind).map((field) => ({ kind, field, help: helps.get(kind)?.[field.name], path: `${kind}.${field.name}` })),
)

// The compiler keeps these lists complete; the test compares the table with them.
const typed: Record<NodeKind, readonly string[]> = {
  topic: names<TopicFields>({
    ...{ topicType: 1, throughputScope: 1, messageBytesLimit: 1, batchLimit: 1 },
    ...{ topicMessagesPerSecond: 1, topicBytesPerSecond: 1, groupMessagesPerSecond: 1 },
  }),
  note: ['text'],
  kinesisQueue: names<KinesisQueueFields>({
    ...{ visibilityTimeoutSeconds: 1, maxReceiveCount: 1, startSeconds: 1, startPosition: 1, inFlightLimit: 1 },
    ...{ batchLimit: 1, shuffleWindow: 1, duplicateShare: 1, deleteLostShare: 1 },
  }),
  archive: names<ArchiveFields>({ replayPerSecond: 1, retentionHours: 1 }),
  aggregator: names<AggregatorFields>({
    ...{ serviceMs: 1, pollIntervalMs: 1, checkpointSeconds: 1, restartSeconds: 1 },
    ...{ counts: 1, effects: 1, deleteWhen: 1 },
  }),
  downstream: names<DownstreamFields>({
    ...{ capacity: 1, serviceMs: 1, serviceSpread: 1, waitingLimit: 1, failureShare: 1, callsFor: 1 },
  }),
  lambda: names<LambdaFields>({
    ...{ batchMs: 1, serviceMs: 1, serviceSpread: 1, timeoutSeconds: 1, coldStartMs: 1, keepWarmSeconds: 1 },
    ...{ failureShare: 1, poisonRecord: 1, effects: 1, reservedConcurrency: 1, accountConcurrency: 1, retryPauseMs: 1 },
    ...{
      recordsPerBatch: 1,
      messagesPerBatch: 1,
      windowSeconds: 1,
      reportFailures: 1,
      reading: 1,
      parallelizationFactor: 1,
    },
    ...{ maximumRetryAttempts: 1, maximumRecordAgeSeconds: 1, bisectBatch: 1, startSeconds: 1, startPosition: 1 },
    ...{ startTimestampSeconds: 1, tumblingWindowSeconds: 1, stateBytesPerRecord: 1, maximumConcurrency: 1 },
    ...{ pollers: 1, minimumPollers: 1, maximumPollers: 1 },
  }),
  fifoQueue: names<FifoQueueFields>({
    ...{ visibilityTimeoutSeconds: 1, retentionHours: 1, delaySeconds: 1, maxReceiveCount: 1, deduplicationBy: 1 },
    ...{ deduplicationScope: 1, deduplicationSeconds: 1, throughputLimit: 1, callsPerSecond: 1, inFlightLimit: 1 },
    ...{ highThroughputCallsPerSecond: 1, scanLimit: 1, messageBytesLimit: 1, batchLimit: 1 },
    redrivePerSecond: 1,
  }),
  monolith: names<MonolithFields>({
    ...{ heapMiB: 1, overhead: 1, serviceMs: 1, serviceSpread: 1 },
    ...{ pauseFromShare: 1, pauseMs: 1, pauseEveryMs: 1, restartSeconds: 1 },
  }),
  producer: names<ProducerFields>({
    ...{ rate: 1, profile: 1, spacing: 1, peakFactor: 1, profileStartSeconds: 1, profileEndSeconds: 1 },
    ...{ periodSeconds: 1, onShare: 1 },
    ...{
      recordBytes: 1,
      recordBytesMax: 1,
      keys: 1,
      keyCount: 1,
      keyPrefix: 1,
      hotShare: 1,
      zipfExponent: 1,
      keyList: 1,
    },
    ...{
      batchRecords: 1,
      lingerMs: 1,
      callLatencyMs: 1,
      callLatencySpread: 1,
      callsAtOnce: 1,
      bufferRecords: 1,
      whenFull: 1,
    },
    ...{ attemptsMax: 1, backoffBaseMs: 1, backoffMaxMs: 1, jitter: 1, callFailureShare: 1 },
    ...{ sendsWith: 1, aggregation: 1, aggregationBytes: 1, bufferedMs: 1, recordTtlSeconds: 1 },
    ...{ rateLimitShare: 1, whenThrottled: 1 },
  }),
  stream: names<StreamFields>({
    ...{
      shards: 1,
      retentionHours: 1,
      writeRecordsPerSecond: 1,
      writeBytesPerSecond: 1,
      recordBytesLimit: 1,
      putRecordsLimit: 1,
    },
    ...{
      putBytesLimit: 1,
      readCallsPerSecond: 1,
      readBytesPerSecond: 1,
      getRecordsLimit: 1,
      getBytesLimit: 1,
      getPenaltySeconds: 1,
      ...({ tapeSeconds: 1, tapeColumn: 1 } as const),
    },
    ...{
      capacityMode: 1,
      warmBytesPerSecond: 1,
      peakBytesBefore: 1,
      recordDistribution: 1,
      throttling: 1,
      readRecordsPerSecond: 1,
    },
  }),
  queue: names<QueueFields>({
    visibilityTimeoutSeconds: 1,
    retentionHours: 1,
    inFlightLimit: 1,
    messageBytesLimit: 1,
    batchLimit: 1,
    delaySeconds: 1,
    ...{
      maxReceiveCount: 1,
      redrivePerSecond: 1,
      tenants: 1,
      servers: 1,
      shuffleWindow: 1,
      duplicateShare: 1,
      deleteLostShare: 1,
    },
  }),
  application: names<ApplicationFields>({
    ...{ reading: 1, fanOutBytesPerSecond: 1, pushLatencyMs: 1 },
    ...{
      workers: 1,
      startSeconds: 1,
      startPosition: 1,
      pollIntervalMs: 1,
      pollPhaseMs: 1,
      callLatencyMs: 1,
      recordsPerCall: 1,
      serviceMs: 1,
    },
    ...{
      serviceSpread: 1,
      prefetchBatches: 1,
      checkpointSeconds: 1,
      failoverSeconds: 1,
      failureShare: 1,
      onFailure: 1,
      poisonRecord: 1,
      poisonKey: 1,
      workInBatch: 1,
      checkpointWhen: 1,
      sideEffects: 1,
      ...{ coordination: 1, balancing: 1, handoffSeconds: 1, workerCores: 1, prefetchMiB: 1, prefetchRecords: 1 },
    },
  }),
  pool: names<PoolFields>({
    ...{
      workers: 1,
      messagesPerCall: 1,
      waitSeconds: 1,
      idleMs: 1,
      callLatencyMs: 1,
      serviceMs: 1,
      serviceSpread: 1,
      failureShare: 1,
      deleteWhen: 1,
    },
    ...{ heartbeatSeconds: 1, workInBatch: 1, poisonRecord: 1, poisonKey: 1, sideEffects: 1 },
  }),
}

function names<T>(fields: Record<keyof T, 1>): readonly string[] {
  return Object.keys(fields)
}

describe('the table of fields', () => {
  test.each(NODE_KINDS)('%s: every field of the document is described, and no other', (kind) => {
    expect(fieldNames(kind).sort()).toEqual([...typed[kind]].sort())
  })

  test.each(NODE_KINDS)('%s: help is given for its fields and for no other', (kind) => {
    expect(Object.keys(helps.get(kind) ?? {}).sort()).toEqual(fieldNames(kind).sort())
  })

  test.each(NODE_KINDS)('%s: names in links are unique', (kind) => {
    expect(new Set(fieldsOf(kind).map(({ short }) => short)).size).toBe(fieldsOf(kind).length)
  })

  test.each(all)('$path: a sound default, a sentence of help, a unit that fits', ({ field, help }) => {
    expect(valueRefusal(field, field.default)).toBeNull()
    expect(help?.help).toMatch(/^[A-Z].*\.$/)
    expect(field.label).toMatch(/^[A-Z]/)
    for (const tick of help?.ticks ?? []) expect(valueRefusal(field, tick.value)).toBeNull()
  })

  test.each(all.filter(({ field }) => field.limit !== undefined))('$path: starts at the value of AWS', ({ field }) => {
    expect(field.default).toBe(field.limit?.value)
    expect(field.limit?.value).toBe(EVERY_LIMIT[field.limit?.factId ?? 'X-U1'].value)
    expect(isAwsValue(field, field.default)).toBe(true)
  })

  test.each(all.filter(({ help }) => help?.group.toLowerCase().includes('limits')))(
    '$path: from a hundredth to ten times',
    ({ field }) => {
      const value = Number(field.default)
      expect(field.min).toBe(
        field.name === 'readCallsPerSecond' ? 0 : field.step === 1 ? Math.ceil(value / 100) : value / 100,
      )
      expect(field.max).toBe(value * 10)
    },
  )

  test('exactly what the engine cannot turn during a run rebuilds it', () => {
    const structural = new Set(all.filter(({ field }) => field.structural).map(({ field }) => field.name))
    expect([...structural].sort()).toEqual(
      [
        ...[
          'shards',
          'keys',
          'keyCount',
          'keyPrefix',
          'zipfExponent',
          'keyList',
          'workers',
          'startPosition',
          'startSeconds',
          'profile',
          'peakBytesBefore',
        ],
        ...[
          'profileStartSeconds',
          'profileEndSeconds',
          'periodSeconds',
          'onShare',
          'peakFactor',
          'recordBytesMax',
          'prefetchBatches',
        ],
        ...['callLatencySpread', 'callsAtOnce', 'spacing', 'pollPhaseMs', 'topicType', 'servers', 'tenants'],
        ...[
          'parallelizationFactor',
          'startTimestampSeconds',
          'pollers',
          'minimumPollers',
          'maximumPollers',
          'callsFor',
        ],
        ...['poisonKey', 'workInBatch', 'deduplicationBy', 'deduplicationSeconds', 'scanLimit'],
        ...['reading', 'fanOutBytesPerSecond', 'pushLatencyMs', 'sendsWith', 'aggregation', 'aggregationBytes'],
        ...['bufferedMs', 'recordTtlSeconds', 'rateLimitShare', 'whenThrottled'],
        ...['coordination', 'balancing', 'handoffSeconds', 'workerCores', 'prefetchMiB', 'prefetchRecords'],
      ].sort(),
    )
    expect(all.filter(({ field }) => field.layout === true).map(({ path }) => path)).toEqual([
      'stream.tapeSeconds',
      'stream.tapeColumn',
      'note.text',
    ])
  })

  test('a chosen setting of AWS is AWS, another limit is not', () => {
    expect(isAwsValue(field('queue', 'visibilityTimeoutSeconds'), 5)).toBe(true)
    expect(isAwsValue(field('stream', 'retentionHours'), 1)).toBe(false)
    expect(isAwsValue(field('stream', 'writeRecordsPerSecond'), 999)).toBe(false)
    expect(isAwsValue(field('stream', 'recordBytesLimit'), 10_485_760)).toBe(true)
  })

  test('a default node holds every default', () => {
    expect(defaultNode('queue', 'q', 3, 4)).toEqual({
      ...{ kind: 'queue', id: 'q', name: 'Queue', x: 3, y: 4, visibilityTimeoutSeconds: 30, retentionHours: 96 },
      ...{ inFlightLimit: 120_000, messageBytesLimit: 1_048_576, batchLimit: 10, delaySeconds: 0 },
      ...{ maxReceiveCount: 10, redrivePerSecond: 500, tenants: 'none', servers: 8 },
      ...{ shuffleWindow: 0, duplicateShare: 0, deleteLostShare: 0 },
    })
  })
})

function field(kind: NodeKind, name: string) {
  const found = fieldOf(kind, name)
  if (found === undefined) throw new Error(`no field ${name}`)
  return found
}
