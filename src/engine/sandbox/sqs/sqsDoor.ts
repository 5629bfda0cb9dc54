import { ApiError } from '../apiError.ts'
import type { Copy, QueueDoor } from '../sns/queueDoor.ts'
import type { Sending } from './sending.ts'
import type { SqsAccount } from './sqsAccount.ts'

/** How a topic puts copies into the account's queues (SNS.01). */
export class SqsDoor implements QueueDoor {
  private readonly account: SqsAccount
  private readonly sending: Sending

  constructor(account: SqsAccount, sending: Sending) {
    this.account = account
    this.sending = sending
  }

  /** A standard queue takes a group for its tenants, where it has fair queues, and knows no deduplication ids. */
  deliver(
    queueArn: string,
    { body, attributes, bytes, groupId, deduplicationId }: Copy,
  ): 'taken' | 'missing' | 'refused' {
    const queue = this.account.byArn(queueArn)
    if (queue === null) return 'missing'
    const { isFifo } = queue.model
    const hasGroup = groupId !== '' && (isFifo || this.account.limits.fair !== null)
    if (bytes > queue.settings.numbers.MaximumMessageSize) return 'refused'
    try {
      this.sending.deliver(queue, {
        MessageBody: body,
        MessageAttributes: attributes,
        ...(hasGroup && { MessageGroupId: groupId }),
        ...(isFifo && deduplicationId !== '' && { MessageDeduplicationId: deduplicationId }),
      })
      return 'taken'
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return 'refused'
    }
  }

  callEnded(queueArn: string): void {
    this.account.byArn(queueArn)?.model.callEnded(this.account.sandbox.now)
  }
}
