import type { ApplicationPlan, FanOutPlan, KclPlan, TurnableApplication } from '../../engine/index.ts'
import { FAN_OUT_NUMBERS } from '../../scenario/fanOutNumbers.ts'
import { LIBRARY_NUMBERS } from '../../scenario/libraryNumbers.ts'
import type { ApplicationNode } from '../../scenario/scenario.ts'
import { PLAIN_RULES, turnableOf } from './turnable.ts'

const TRIM_HORIZON = -1
const LATEST = -2
const MICROS_PER_SECOND = 1_000_000
const BYTES_PER_MIB = 1_048_576

/** `stream`: its place in the plan. `isRegistered`: the stream has room for it as a consumer. */
export function applicationPlan(node: ApplicationNode, stream: number, isRegistered: boolean): ApplicationPlan {
  const usesLibrary = node.coordination !== 'simple'
  return {
    id: node.id,
    stream,
    workers: node.workers,
    turnable: turnableOf<TurnableApplication>(node, PLAIN_RULES.application),
    startAtMicros: Math.round(node.startSeconds * MICROS_PER_SECOND),
    startPosition: node.startPosition === 'LATEST' ? LATEST : TRIM_HORIZON,
    pollPhaseMicros: Math.round(node.pollPhaseMs * 1000),
    prefetchBatches: node.prefetchBatches,
    prefetchBytes: usesLibrary ? Math.round(node.prefetchMiB * BYTES_PER_MIB) : 0,
    prefetchRecords: usesLibrary ? node.prefetchRecords : 0,
    worksInParallel: node.workInBatch === 'parallel',
    poisonKey: node.poisonKey,
    kcl: usesLibrary ? libraryPlan(node) : null,
    ...(node.reading === 'fanOut' && { fanOut: fanOutPlan(node, isRegistered) }),
  }
}

function libraryPlan(node: ApplicationNode): KclPlan {
  return {
    ...LIBRARY_NUMBERS,
    hasLeader: node.coordination === 'kcl3',
    balancesByCount: node.balancing === 'count',
    handoffMicros: Math.round(node.handoffSeconds * MICROS_PER_SECOND),
    cores: node.workerCores,
  }
}

function fanOutPlan(node: ApplicationNode, isRegistered: boolean): FanOutPlan {
  return {
    ...FAN_OUT_NUMBERS,
    bytesPerSecond: node.fanOutBytesPerSecond,
    latencyMicros: Math.round(node.pushLatencyMs * 1000),
    isRegistered,
  }
}
