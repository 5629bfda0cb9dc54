import type { Micros } from '../../kernel/time.ts'

/** A fault between SNS and one queue, for tests: `from` included, `until` not. */
export type DeliveryFault = {
  /** Name of the queue. */
  queue: string
  from: Micros
  until: Micros
  /** unreachable: nothing arrives. answerLost: the copy arrives, SNS does not learn of it and sends it again. Both are server-side errors. */
  kind: 'unreachable' | 'answerLost'
}

/** The fault on the way to a queue at a moment, or null. */
export function faultAt(faults: readonly DeliveryFault[], queueArn: string, now: Micros): DeliveryFault['kind'] | null {
  const fault = faults.find(({ queue, from, until }) => queueArn.endsWith(`:${queue}`) && from <= now && now < until)
  return fault?.kind ?? null
}
