import type { Consumers } from '../consumers.ts'
import type { Queues } from './queues.ts'
import type {
  CreateQueueInput,
  HandleEntry,
  QueueDescription,
  QueueEntries,
  QueueRecord,
  QueueRef,
  QueueResults,
  ReceiveQueueRecordsInput,
  UpdateQueueInput,
  VisibilityEntry,
} from './queuesApi.ts'

/** The actions of Kinesis queues (new in 2026). */
export abstract class QueueActions {
  protected abstract readonly consumers: Consumers
  protected abstract readonly queues: Queues

  /** On an on-demand stream; CREATING first (X-K4). */
  CreateQueue(input: CreateQueueInput): { QueueDescription: QueueDescription } {
    return this.queues.create(input, (stream) => this.consumers.refuseOneMore(stream))
  }

  /** Of records that are received from now on. */
  UpdateQueue(input: UpdateQueueInput): { QueueDescription: QueueDescription } {
    return this.queues.update(input)
  }

  DeleteQueue(input: QueueRef): Record<string, never> {
    this.queues.delete(input)
    return {}
  }

  DescribeQueue(input: QueueRef): { QueueDescription: QueueDescription } {
    return this.queues.describeOne(input)
  }

  ListQueues(): { Queues: QueueDescription[] } {
    return this.queues.list()
  }

  /** Answers at once, whatever `WaitTimeSeconds` says. */
  ReceiveQueueRecords(input: ReceiveQueueRecordsInput): { Records: QueueRecord[] } {
    return this.queues.receive(input, false)
  }

  AcknowledgeQueueRecords(input: QueueEntries<HandleEntry>): QueueResults {
    return this.queues.acknowledge(input, false)
  }

  UpdateQueueRecordsVisibility(input: QueueEntries<VisibilityEntry>): QueueResults {
    return this.queues.changeVisibility(input, false)
  }

  ReceiveDeadLetterQueueRecords(input: ReceiveQueueRecordsInput): { Records: QueueRecord[] } {
    return this.queues.receive(input, true)
  }

  AcknowledgeDeadLetterQueueRecords(input: QueueEntries<HandleEntry>): QueueResults {
    return this.queues.acknowledge(input, true)
  }

  UpdateDeadLetterQueueRecordsVisibility(input: QueueEntries<VisibilityEntry>): QueueResults {
    return this.queues.changeVisibility(input, true)
  }

  /** KIN6.04: the receive count begins anew. */
  RestoreDeadLetterQueueRecords(input: QueueEntries<HandleEntry>): QueueResults {
    return this.queues.restore(input)
  }
}
