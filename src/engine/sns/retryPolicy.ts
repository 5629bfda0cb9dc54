import { pow, round } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'

/**
 * SNS.07: when SNS tries again to hand a copy to a queue that answered with a server-side error. Four phases, one after the
 * other; AWS lets nobody change them for queues.
 */
export type RetryPolicy = {
  immediateRetries: number
  preBackoffRetries: number
  preBackoffMicros: Micros
  backoffRetries: number
  backoffFromMicros: Micros
  backoffToMicros: Micros
  postBackoffRetries: number
  postBackoffMicros: Micros
}

/**
 * Time from a copy's `failures`-th failed attempt (from 1) to the next one; Infinity when there is none. AWS spreads these
 * times by chance and does not say how; here they are exact.
 */
export function retryDelayMicros(policy: RetryPolicy, failures: number): Micros {
  let retry = failures
  if (retry <= policy.immediateRetries) return 0
  retry -= policy.immediateRetries
  if (retry <= policy.preBackoffRetries) return policy.preBackoffMicros
  retry -= policy.preBackoffRetries
  if (retry <= policy.backoffRetries) return backoffMicros(policy, retry - 1)
  retry -= policy.backoffRetries
  return retry <= policy.postBackoffRetries ? policy.postBackoffMicros : Infinity
}

/** From the first time to the last in equal factors. */
function backoffMicros({ backoffRetries, backoffFromMicros, backoffToMicros }: RetryPolicy, step: number): Micros {
  if (backoffRetries === 1) return backoffFromMicros
  return round(backoffFromMicros * pow(backoffToMicros / backoffFromMicros, step / (backoffRetries - 1)))
}
