import type { NodePlan } from '../../src/engine/index.ts'
import { LAMBDA_NUMBERS } from '../../src/scenario/lambdaNumbers.ts'

export type LambdaPlan = Extract<NodePlan, { kind: 'lambda' }>
export type LambdaChanges = Partial<Omit<LambdaPlan, 'turnable' | 'limits'>> & {
  turnable?: Partial<LambdaPlan['turnable']>
  limits?: Partial<LambdaPlan['limits']>
}

/** A function that takes 100 ms for any batch, with AWS's defaults, no cold start and no chance; it reads stream 0 unless told otherwise. */
export function lambda(changes: LambdaChanges = {}): LambdaPlan {
  const queue = changes.queue ?? -1
  return {
    id: 'function',
    kind: 'lambda',
    recordsPerDot: 1,
    stream: queue >= 0 ? -1 : 0,
    queue,
    tracks: 1,
    startAtMicros: 0,
    startPosition: -1,
    parallelizationFactor: 1,
    provisioned: null,
    firstWorker: 0,
    workers: queue >= 0 ? LAMBDA_NUMBERS.mappingInvocations : 0,
    onFailureQueue: -1,
    downstream: -1,
    ...changes,
    limits: { ...LAMBDA_NUMBERS, ...changes.limits },
    turnable: {
      ...{ batchMicros: 100_000, serviceMicros: 0, serviceSpread: 0, timeoutMicros: 900_000_000 },
      ...{ coldStartMicros: 0, keepWarmMicros: 600_000_000, failureShare: 0, poisonRecord: 0, idempotent: 0 },
      ...{ reservedInvocations: 0, accountInvocations: 1000, retryPauseMicros: 1_000_000 },
      ...{ batchRecords: 100, batchMessages: 10, windowMicros: 0, reportsFailures: 0, bisects: 0, attemptsMax: 0 },
      ...{ recordAgeMaxMicros: 0, tumblingMicros: 0, stateBytesPerRecord: 0, maximumConcurrency: 0 },
      ...changes.turnable,
    },
  }
}
