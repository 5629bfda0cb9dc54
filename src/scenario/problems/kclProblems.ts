import { LIMITS } from '../../aws/index.ts'
import { formatQuantity } from '../quantity.ts'
import type { ApplicationNode } from '../scenario.ts'
import type { Problem } from './problem.ts'

/** Settings of the Kinesis Client Library that cannot do what they are for. */
export function kclProblems(application: ApplicationNode): Problem[] {
  const { id: nodeId, name, coordination, reading, failoverSeconds, pollIntervalMs } = application
  if (coordination === 'simple') return []
  const found: Problem[] = []
  const least = (LIMITS['KCL.03.renewals'].value * LIMITS['KCL.03.epsilon'].value) / 1000
  if (failoverSeconds <= least) {
    const text = `${name} renews a lease each third of its failover time less 25 ms; ${formatQuantity(failoverSeconds, 's')} leaves no time for that, and its workers count each other as dead.`
    found.push({ nodeId, field: 'failoverSeconds', factId: 'KCL.03', text })
  }
  if (reading === 'polling' && pollIntervalMs < LIMITS['KCL.06.least'].value) {
    const text = `${name} would poll every ${formatQuantity(pollIntervalMs, 'ms')}; the library waits at least ${formatQuantity(LIMITS['KCL.06.least'].value, 'ms')} between two calls.`
    found.push({ nodeId, field: 'pollIntervalMs', factId: 'KCL.06.least', text })
  }
  return found
}
