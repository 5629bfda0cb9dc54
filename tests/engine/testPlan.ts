import type {
  ApplicationPlan,
  FanOutPlan,
  KclPlan,
  KplPlan,
  Plan,
  PoolPlan,
  ProducerPlan,
  QueuePlan,
  StreamPlan,
} from '../../src/engine/index.ts'

// Plans for tests: AWS's limits, no latency, constant everything, so that a timeline can be worked out by hand.

type Turn<T extends { turnable: object }> = Partial<Omit<T, 'turnable'>> & { turnable?: Partial<T['turnable']> }

export function producer(changes: Turn<ProducerPlan> = {}): ProducerPlan {
  return {
    id: 'producer',
    spacing: 0,
    profile: { kind: 'constant', perSecond: 1 },
    keys: { kind: 'even', count: 1 },
    recordBytesMax: 0,
    callLatencySpread: 0,
    callsAtOnce: 64,
    callRecordsMax: 500,
    ...changes,
    turnable: {
      ratePerSecond: 1000,
      recordBytes: 100,
      batchRecords: 1,
      lingerMicros: 0,
      callLatencyMicros: 0,
      bufferRecords: 10_000,
      whenFull: 0,
      attemptsMax: 0,
      backoffBaseMicros: 100_000,
      backoffMaxMicros: 1_000_000,
      jitter: 0,
      callFailureShare: 0,
      ...changes.turnable,
    },
  }
}

export function stream(changes: Turn<StreamPlan> = {}): StreamPlan {
  return {
    id: 'stream',
    shards: 1,
    shardsAtMost: changes.shards ?? 1,
    recordsPerDot: 100,
    resharding: {
      micros: 30_000_000,
      countCallsMost: 10,
      countWindowMicros: 86_400_000_000,
      countTimesMost: 2,
      countTimesLeast: 0.5,
      countShardsMost: 10_000,
    },
    onDemand: null,
    spreadsEvenly: false,
    ...changes,
    turnable: {
      retentionMicros: 86_400_000_000,
      writeRecordsPerSecond: 1000,
      writeBytesPerSecond: 1_048_576,
      recordBytesLimit: 1_048_576,
      putRecordsLimit: 500,
      putBytesLimit: 10_485_760,
      readCallsPerSecond: 5,
      readBytesPerSecond: 2_097_152,
      getRecordsLimit: 10_000,
      getBytesLimit: 10_485_760,
      getPenaltyMicros: 5_000_000,
      throttleWindowMicros: 0,
      readRecordsPerSecond: 0,
      ...changes.turnable,
    },
  }
}

export function queue(changes: Turn<QueuePlan> = {}): QueuePlan {
  return {
    id: 'queue',
    recordsPerDot: 1,
    receivesUntilBack: 3,
    hiddenMicrosMax: 43_200_000_000,
    redriveMicrosMax: 129_600_000_000,
    servers: 0,
    serversOfMessage: 3,
    fair: null,
    deadLetterQueue: -1,
    ...changes,
    turnable: {
      visibilityTimeoutMicros: 30_000_000,
      retentionMicros: 345_600_000_000,
      inFlightLimit: 120_000,
      messageBytesLimit: 1_048_576,
      batchLimit: 10,
      delayMicros: 0,
      maxReceiveCount: 0,
      shuffleWindow: 0,
      duplicateShare: 0,
      deleteLostShare: 0,
      redrivePerSecond: 500,
      ...changes.turnable,
    },
  }
}

export function application(changes: Turn<ApplicationPlan> = {}): ApplicationPlan {
  return {
    id: 'application',
    stream: 0,
    workers: 1,
    startAtMicros: 0,
    startPosition: -1,
    pollPhaseMicros: 0,
    prefetchBatches: 4,
    prefetchBytes: 0,
    prefetchRecords: 0,
    worksInParallel: false,
    poisonKey: '',
    kcl: null,
    ...changes,
    turnable: {
      pollIntervalMicros: 1_000_000,
      callLatencyMicros: 0,
      recordsPerCall: 10_000,
      serviceMicros: 100,
      serviceSpread: 0,
      checkpointMicros: 0,
      failoverMicros: 10_000_000,
      failureShare: 0,
      onFailure: 0,
      checkpointWhen: 0,
      isIdempotent: 0,
      poisonRecord: 0,
      ...changes.turnable,
    },
  }
}

/** AWS's numbers: 2 MiB a second for each shard, 70 ms on the way, five minutes a subscription. */
export function fanOut(changes: Partial<FanOutPlan> = {}): FanOutPlan {
  return {
    bytesPerSecond: 2_097_152,
    latencyMicros: 70_000,
    subscriptionMicros: 300_000_000,
    againMicros: 5_000_000,
    retryMicros: 1_000_000,
    isRegistered: true,
    ...changes,
  }
}

/** The producer library's own numbers. */
export function kpl(changes: Partial<KplPlan> = {}): KplPlan {
  return {
    aggregates: true,
    aggregateBytes: 51_200,
    collectionRecords: 500,
    collectionBytes: 5_242_880,
    bufferedMicros: 100_000,
    bufferedMicrosLeast: 50_000,
    ttlMicros: 30_000_000,
    recordsPerSecond: 1500,
    bytesPerSecond: 1_572_864,
    savedRecords: 1000,
    savedBytes: 10_485_760,
    drainMicros: 25_000,
    failsIfThrottled: false,
    ...changes,
  }
}

/** The library's own numbers; KCL 3 unless `hasLeader` is false. */
export function kcl(changes: Partial<KclPlan> = {}): KclPlan {
  return {
    hasLeader: true,
    renewalsPerFailover: 3,
    epsilonMicros: 25_000,
    stealAtMost: 1,
    retryMicros: 200_000,
    parentPollMicros: 10_000_000,
    auditMicros: 120_000_000,
    syncMicros: 60_000_000,
    lockMicros: 120_000_000,
    heartbeatMicros: 30_000_000,
    recheckMicros: 30_000_000,
    reportMicros: 30_000_000,
    loadWeight: 0.5,
    threshold: 0.1,
    dampening: 0.6,
    passesPerBalance: 3,
    balancesByCount: false,
    handoffMicros: 30_000_000,
    cores: 1,
    ...changes,
  }
}

export function pool(changes: Turn<PoolPlan> = {}): PoolPlan {
  return {
    id: 'pool',
    queue: 0,
    workers: 1,
    firstWorker: 0,
    messagesInHand: 100,
    worksInParallel: false,
    poisonKey: '',
    ...changes,
    turnable: {
      messagesPerCall: 1,
      waitMicros: 20_000_000,
      idleMicros: 0,
      callLatencyMicros: 0,
      serviceMicros: 1000,
      serviceSpread: 0,
      failureShare: 0,
      deleteWhen: 0,
      heartbeatMicros: 0,
      isIdempotent: 0,
      poisonRecord: 0,
      ...changes.turnable,
    },
  }
}

/** A plan of 60 s with nothing in it but what is given. Links default to every producer into stream 0, else queue 0. */
export function plan(parts: Partial<Plan>): Plan {
  const producers = parts.producers ?? []
  const toStream = (parts.streams?.length ?? 0) > 0 ? 0 : -1
  const hasStore = toStream === 0 || (parts.queues?.length ?? 0) > 0
  return {
    durationMicros: 60_000_000,
    binMicros: 100_000,
    streams: [],
    queues: [],
    applications: [],
    pools: [],
    nodes: [],
    links: hasStore ? producers.map((_, p) => ({ producer: p, toStream, toQueue: toStream < 0 ? 0 : -1 })) : [],
    interventions: [],
    ...parts,
    producers,
  }
}
