import type { RefusalSeen } from '../../protocol/inquiry.ts'

/**
 * The ID of AWS's number that a refused call met; empty where it is the scene's own. An invocation without room met the account's
 * quota (LSQ.03) or what its function has reserved (LSQ.05); a new environment is another matter (LSQ.13).
 */
export function sourceOfRefusal({ factId, bucket }: Pick<RefusalSeen, 'factId' | 'bucket'>): string {
  if (bucket?.unit !== 'invocations') return factId
  return factId === 'LSQ.13' ? 'LSQ.03.account' : ''
}
