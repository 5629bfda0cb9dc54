import '../../../aws/otherLimits.ts'
import { type LimitId, limitFor, type Profile } from '../../../aws/index.ts'
import { MICROS_PER_HOUR, MICROS_PER_SECOND, type Micros, secondsToMicros } from '../../kernel/time.ts'
import type { FairRules } from '../../sqs/fairRules.ts'
import { type FifoLimits, fifoLimitsOf } from './fifoLimits.ts'

type Span = readonly [least: number, most: number]

/** SQS in numbers, for one Region and profile. */
export type SqsLimits = {
  messageBytes: number
  messageBytesSpan: Span
  batchBytes: number
  entries: number
  messageAttributes: number
  receiveDefault: number
  receiveSpan: Span
  visibilitySeconds: number
  visibilitySpan: Span
  hiddenMicrosMax: Micros
  inFlight: number
  retentionSeconds: number
  retentionSpan: Span
  delaySeconds: number
  delaySpan: Span
  waitSeconds: number
  waitSpan: Span
  receivesUntilBack: number
  maxReceiveCount: number
  maxReceiveCountSpan: Span
  movesPerSecond: number
  moveMicrosMax: Micros
  moveTasks: number
  purgeAgainMicros: Micros
  createAgainMicros: Micros
  servers: number
  serversOfMessage: number
  fifo: FifoLimits
  /** null where standard queues know no tenants (SQS.21). */
  fair: FairRules | null
}

/** The ledger's numbers. Without throttling no rate is limited. @throws RangeError for a Region that it does not know. */
export function sqsLimitsOf(profile: Profile, region: string, throttling: boolean): SqsLimits {
  const found = (id: LimitId) => limitFor(id, { profile, region })
  const row = (id: LimitId) => {
    const limit = found(id)
    if (!limit.ok) throw new RangeError(limit.message)
    return limit
  }
  const value = (id: LimitId) => row(id).value
  const micros = (id: LimitId) => secondsToMicros(value(id))
  const span = (id: LimitId): Span => row(id).allowed ?? [0, value(id)]
  const hours = MICROS_PER_HOUR / MICROS_PER_SECOND
  const [leastHours, mostHours] = span('SQS.09')
  return {
    messageBytes: value('SQS.03'),
    messageBytesSpan: [value('SQS.03.setting'), value('SQS.03')],
    batchBytes: value('SQS.03.batch'),
    entries: value('SQS.04'),
    messageAttributes: value('SQS.03.attributes'),
    receiveDefault: value('SQS.04.receive'),
    receiveSpan: span('SQS.04.receive'),
    visibilitySeconds: value('SQS.05'),
    visibilitySpan: span('SQS.05'),
    hiddenMicrosMax: micros('SQS.05.total'),
    inFlight: value('SQS.08'),
    retentionSeconds: value('SQS.09') * hours,
    retentionSpan: [leastHours * hours, mostHours * hours],
    delaySeconds: value('SQS.10'),
    delaySpan: span('SQS.10'),
    waitSeconds: value('SQS.11'),
    waitSpan: span('SQS.12'),
    receivesUntilBack: value('SQS.13'),
    maxReceiveCount: value('SQS.14'),
    maxReceiveCountSpan: span('SQS.14'),
    movesPerSecond: value('SQS.16'),
    moveMicrosMax: value('SQS.16.hours') * MICROS_PER_HOUR,
    moveTasks: value('SQS.16.tasks'),
    purgeAgainMicros: micros('SQS.18.again'),
    createAgainMicros: micros('SQS.19b.createAgain'),
    servers: value('X-Q1.servers'),
    serversOfMessage: value('X-Q1.copies'),
    fifo: fifoLimitsOf(profile, region, throttling),
    fair: found('SQS.21').ok
      ? {
          noisyInFlightShare: value('SQS.22'),
          noisyInFlightLeast: value('SQS.22.inFlight'),
          noisyTimeShare: value('SQS.22.time'),
          recentMicros: micros('X-Q2'),
          quietAfterMicros: micros('SQS.24'),
        }
      : null,
  }
}
