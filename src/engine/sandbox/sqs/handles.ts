import { secondsToMicros } from '../../kernel/time.ts'
import { HandleAnswer } from '../../sqs/queueModel.ts'
import { checkEntries, eachEntry } from './batch.ts'
import type { MessageStore } from './messageStore.ts'
import { type Receipt, receiptOf } from './receiptHandle.ts'
import { invalid, missing, parameterIn } from './refuse.ts'
import type { SandboxQueue } from './sandboxQueue.ts'
import { requestThrottled } from './sending.ts'
import type { SqsAccount } from './sqsAccount.ts'
import type { BatchOutput, Entries, HandleInput, QueueInput, VisibilityInput } from './sqsApi.ts'

type Nothing = Record<string, never>

/** The actions that take receipt handles: DeleteMessage, ChangeMessageVisibility and their batches. */
export class Handles {
  private readonly account: SqsAccount
  private readonly store: MessageStore

  constructor(account: SqsAccount, store: MessageStore) {
    this.account = account
    this.store = store
  }

  delete(input: QueueInput & HandleInput): Nothing {
    const queue = this.account.byUrl(input.QueueUrl)
    const receipt = receiptOf(input.ReceiptHandle, queue.model.number)
    this.admit(queue, 'delete', [receipt])
    return this.deleteOne(queue, receipt)
  }

  deleteBatch(input: Entries<HandleInput>): BatchOutput<Nothing> {
    const queue = this.account.byUrl(input.QueueUrl)
    checkEntries(input.Entries, this.account.limits.entries)
    this.admit(queue, 'delete', readable(input.Entries, queue))
    return eachEntry(input.Entries, (entry) =>
      this.deleteOne(queue, receiptOf(entry.ReceiptHandle, queue.model.number)),
    )
  }

  changeVisibility(input: QueueInput & VisibilityInput): Nothing {
    const queue = this.account.byUrl(input.QueueUrl)
    const receipt = receiptOf(input.ReceiptHandle, queue.model.number)
    const seconds = this.timeoutOf(input)
    this.admit(queue, 'changeVisibility', [receipt])
    return this.changeOne(queue, receipt, seconds)
  }

  changeVisibilityBatch(input: Entries<VisibilityInput>): BatchOutput<Nothing> {
    const queue = this.account.byUrl(input.QueueUrl)
    checkEntries(input.Entries, this.account.limits.entries)
    this.admit(queue, 'changeVisibility', readable(input.Entries, queue))
    return eachEntry(input.Entries, (entry) => {
      const receipt = receiptOf(entry.ReceiptHandle, queue.model.number)
      return this.changeOne(queue, receipt, this.timeoutOf(entry))
    })
  }

  /** SQS.07: only a FIFO queue refuses a handle whose time is over (FIFO.20). */
  private deleteOne({ model }: SandboxQueue, { slot, message, receives }: Receipt): Nothing {
    const answer = model.delete(slot, message, receives, this.account.sandbox.now)
    if (answer === HandleAnswer.expired) throw expired()
    const isGone = answer === HandleAnswer.done && model.messageOf(slot) !== message
    // A FIFO queue answers repetitions with what it said before (FIFO.12).
    if (isGone && !model.isFifo) this.store.forget(model.recordOf(message))
    return {}
  }

  private changeOne({ model }: SandboxQueue, { slot, message, receives }: Receipt, seconds: number): Nothing {
    const { sandbox, limits } = this.account
    const answer = model.changeVisibility(slot, message, receives, secondsToMicros(seconds), sandbox.now)
    if (answer === HandleAnswer.expired) throw expired()
    if (answer === HandleAnswer.gone)
      throw invalid('SQS.06', 'The message does not exist or is not available for a change of its visibility timeout.')
    if (answer === HandleAnswer.tooLong)
      throw invalid(
        'SQS.05',
        `Total VisibilityTimeout for the message is beyond the limit [${limits.visibilitySpan[1]} seconds].`,
      )
    return {}
  }

  private timeoutOf({ VisibilityTimeout }: VisibilityInput): number {
    if (VisibilityTimeout === undefined) throw missing('SQS.06', 'VisibilityTimeout')
    return parameterIn(VisibilityTimeout, 'VisibilityTimeout', this.account.limits.visibilitySpan, 'SQS.05', 0)
  }

  /** FIFO.01, FIFO.05 @throws ApiError */
  private admit({ model }: SandboxQueue, action: 'delete' | 'changeVisibility', receipts: readonly Receipt[]): void {
    const { world, now } = this.account.sandbox
    const groups = receipts.map(({ message }) => world.records.keyOf(model.recordOf(message)))
    if (!model.admits(action, groups, now)) throw requestThrottled()
  }
}

/** The handles of a batch that can be read at all. */
function readable(entries: readonly HandleInput[], { model }: SandboxQueue): Receipt[] {
  return entries.flatMap(({ ReceiptHandle }) => {
    try {
      return [receiptOf(ReceiptHandle, model.number)]
    } catch {
      return []
    }
  })
}

function expired() {
  return invalid('FIFO.20', 'Value for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.')
}
