import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { firstRefusal } from './firstRefusal.ts'
import { at, expectLife, fn, node, scene, slowly } from './lifeScene.ts'

// Rates that AWS gives and no field of a scene turns, met in a scene that a person can build: what "Why was it refused?" says of them.

/**
 * Two producers and their standard topics, in Stockholm unless said otherwise: so many messages at one moment, and 150 more to the
 * other topic. The topics are of one account.
 */
const published = (messages: number, region: Scenario['region'] = 'eu-north-1'): Scenario => {
  const atOnce = (producer: string, count: number) => Array.from({ length: count }, () => at(0.5, producer, 'sendOne'))
  const topics = scene(
    [
      slowly({ rate: 0, attemptsMax: 1 }),
      slowly({ id: 'another', rate: 0 }),
      node('topic'),
      node('topic', { id: 'other' }),
    ],
    ['producer>topic', 'another>other'],
    [...atOnce('another', 150), ...atOnce('producer', messages)],
  )
  return { ...topics, region }
}

/** So many messages a second to a FIFO topic in Stockholm, of many groups. */
const inGroups = (rate: number): Scenario => ({
  ...scene(
    [slowly({ rate, keyCount: 100, batchRecords: 10, attemptsMax: 1 }), node('topic', { topicType: 'fifo' })],
    ['producer>topic'],
  ),
  region: 'eu-north-1',
})

/**
 * So many messages, at most one more than 1,000, wait when a function's mapping begins: its provisioned pollers could have 1,010
 * invocations at once, the account 2,000.
 */
const waiting = (messages: number): Scenario =>
  scene(
    [
      slowly({ rate: 1000 }),
      node('queue'),
      fn({
        ...{ batchMs: 10_000, timeoutSeconds: 60, messagesPerBatch: 1, accountConcurrency: 2000, startSeconds: 2 },
        ...{ pollers: 'provisioned', minimumPollers: 101, serviceMs: 0 },
      }),
    ],
    ['producer>queue', 'queue>lambda'],
    [
      at(1.0005, 'producer', 'set', { field: 'rate', value: 0 }),
      ...Array.from({ length: messages - 1000 }, () => at(1.5, 'producer', 'sendOne')),
    ],
  )

type Case = [what: string, at: Scenario, over: Scenario, by: string, seconds: number, said: string]

const RATES: Case[] = [
  [
    'SNS.03 300 messages a second of all standard topics of an account in Stockholm, one over',
    published(150),
    published(151),
    'topic',
    2.5,
    'SNS.03 0 records left of 300 records; 1 record needed; 150 in the second before',
  ],
  [
    'SNS.03 the same in Ireland is 9,000: what Stockholm refuses is taken there',
    published(151, 'eu-west-1'),
    published(151),
    'topic',
    2.5,
    'SNS.03 0 records left of 300 records; 1 record needed; 150 in the second before',
  ],
  [
    'SNS.03 3,000 messages a second with FIFO topics in Stockholm',
    inGroups(3000),
    inGroups(12_000),
    'topic',
    0.5,
    'SNS.03.fifo 0.751 records left of 3000 records; 1 record needed; 4499 in the second before',
  ],
  [
    'LSQ.13 1,000 new environments of a function at once, one over: its invocation is throttled',
    waiting(1000),
    waiting(1001),
    'lambda',
    2.5,
    'LSQ.13 0 environments left of 1000 environments; 1 environment needed',
  ],
]

describe('a rate that no field turns, in a scene as a person opens it: nothing at the limit, over it the arithmetic', () => {
  test.each(RATES)('%s', (_, at, over, by, seconds, said) => {
    expect(firstRefusal(at, by, seconds)).toBe(null)
    expect(firstRefusal(over, by, seconds)).toBe(said)
  })
})

test('LSQ.13 the message whose invocation is throttled is not lost: a second later there are 100 more environments', () => {
  // Its work takes 10 s as that of the others, which end at 12.
  expectLife(
    waiting(1001),
    1001,
    15,
    `
    1.500 is made by producer, 100 B
    1.500 is stored in queue
    2.000 is handed to lambda
    13.000 is worked by lambda
    13.000 has an effect through lambda
    13.000 is deleted from queue
    lambda has worked it.
    `,
  )
})
