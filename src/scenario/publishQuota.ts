import '../aws/otherLimits.ts'
import { type LimitId, limitFor } from '../aws/index.ts'
import type { Where } from './where.ts'

/**
 * SNS.03: messages a second that an account may publish in the Region, all topics together; 0 = not limited. Standard topics
 * are held to a quota of their own where AWS gives them less than FIFO topics.
 */
export function publishQuotaOf(where: Where): { messagesPerSecond: number; standardPerSecond: number } {
  const value = (id: LimitId) => {
    const found = limitFor(id, where)
    return found.ok ? found.value : 0
  }
  const messagesPerSecond = value('SNS.03.fifo')
  const standard = value('SNS.03')
  return { messagesPerSecond, standardPerSecond: standard < messagesPerSecond ? standard : 0 }
}
