import type { Described, Words } from './limit.ts'
import type { LimitId, PriceId } from './limits.ts'
import { SOURCES } from './sources.ts'
import { ASSUMPTION_WORDS } from './words/assumptions.ts'
import { CLIENT_WORDS, KAFKA_WORDS } from './words/clientDefaults.ts'
import { KINESIS_CAPACITY_WORDS } from './words/kinesisCapacity.ts'
import { KINESIS_WORDS, PRODUCER_LIBRARY_WORDS } from './words/kinesisLimits.ts'
import { LAMBDA_WORDS } from './words/lambdaLimits.ts'
import { PRICE_WORDS } from './words/prices.ts'
import { SNS_WORDS } from './words/snsLimits.ts'
import { FIFO_WORDS, SQS_WORDS } from './words/sqsLimits.ts'

const TABLES: Readonly<Record<LimitId | PriceId, Words>> = {
  ...KINESIS_WORDS,
  ...PRODUCER_LIBRARY_WORDS,
  ...KINESIS_CAPACITY_WORDS,
  ...CLIENT_WORDS,
  ...KAFKA_WORDS,
  ...SQS_WORDS,
  ...FIFO_WORDS,
  ...SNS_WORDS,
  ...LAMBDA_WORDS,
  ...ASSUMPTION_WORDS,
  ...PRICE_WORDS,
}

/** What each row is called and where it was read, by ID. Heavier than the numbers: the page loads it when somebody asks. */
export const WORDS: Readonly<Record<LimitId | PriceId, Described>> = Object.fromEntries(
  Object.entries(TABLES).map(([id, [source, confidence, name, note]]) => {
    const { title, address, checkedOn } = SOURCES[source]
    const row: Described = { id, name, confidence, source, sourceTitle: title, checkedOn }
    if (address !== undefined) row.sourceAddress = address
    if (note !== undefined) row.note = note
    return [id, row]
  }),
) as Record<LimitId | PriceId, Described>
