import { LIMITS } from '../../aws/index.ts'
import { formatQuantity } from '../quantity.ts'
import { registeredConsumers } from '../registeredConsumers.ts'
import type { Scenario, StreamNode } from '../scenario.ts'
import { shardsAtStart } from '../streamMode.ts'
import type { Problem } from './problem.ts'

/** Registered consumers that the stream has no room for, or that are pushed less than comes in. `bytes`: offered to the stream a second. */
export function fanOutProblems(scenario: Scenario, stream: StreamNode, bytes: number): Problem[] {
  const { consumers, most } = registeredConsumers(scenario, stream)
  const stored = Math.min(bytes / shardsAtStart(stream), stream.writeBytesPerSecond)
  return consumers.flatMap((reader, place): Problem[] => {
    // A queue tells of its own place (kinesisQueueProblems.ts).
    if (reader.kind === 'kinesisQueue') return []
    const { id, kind, name } = reader
    if (place >= most)
      return [
        {
          nodeId: id,
          field: 'reading',
          factId: 'KIN3.02',
          text: `${stream.name} takes ${most} registered consumers; ${name} is one too many: its registration is refused (LimitExceededException) and it reads nothing.`,
        },
      ]
    // A function's consumer has what AWS gives; an application's may be turned.
    const own = kind === 'lambda' ? LIMITS['KIN3.01'].value : reader.fanOutBytesPerSecond
    if (stored <= own) return []
    const text = `${name} is pushed ${formatQuantity(own, 'B/s')} of each shard and ${formatQuantity(stored, 'B/s')} come in: it falls behind.`
    return [{ nodeId: id, field: kind === 'lambda' ? 'reading' : 'fanOutBytesPerSecond', factId: 'KIN3.01', text }]
  })
}
