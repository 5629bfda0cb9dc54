import type { Body, MessageAttributes } from './snsApi.ts'

/** One message for one queue. */
export type Copy = {
  body: Body
  /** With raw delivery the message's own; in an envelope they travel inside. */
  attributes: MessageAttributes
  /** SNS.04: size of the published message. How an envelope counts AWS does not say; here it does not. */
  bytes: number
  groupId: string
  deduplicationId: string
}

/** The queues of the account as SNS reaches them. */
export interface QueueDoor {
  /** Hands a copy over, or says that there is no such queue or that it never takes such a message. */
  deliver(queueArn: string, copy: Copy): 'taken' | 'missing' | 'refused'
  /** All copies of one call have been handed over: who waits for messages is served. */
  callEnded(queueArn: string): void
}
