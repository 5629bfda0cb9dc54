import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { at, node, pool, scene, slowly } from '../life/lifeScene.ts'
import { type Case, sentenceOf } from '../life/sentenceOf.ts'

const stream = (fields: object = {}) => node('stream', { capacityMode: 'onDemandStandard', ...fields })
const queue = (fields: object = {}) =>
  node('kinesisQueue', { visibilityTimeoutSeconds: 5, shuffleWindow: 0, ...fields })
const LINKS = ['producer>stream', 'stream>kinesisQueue', 'kinesisQueue>pool']
const whole = (...nodes: Scenario['nodes']) => scene([slowly(), ...nodes], LINKS)

const STORED = 'stored at 0:02.0 in shard 3 of stream as number 2'

const CASES: Case[] = [
  [
    'KIN6.02 acknowledged, and still in the stream',
    whole(stream(), queue(), pool()),
    2,
    10,
    `0:02.0, ${STORED}, processed by pool at 0:02.5 and acknowledged in kinesisQueue at 0:02.5. It is still in stream.`,
  ],
  [
    'KIN6.04 a dead letter, after three receives; restored, it is processed',
    scene([slowly(), stream(), queue({ maxReceiveCount: 3 }), pool({ failureShare: 1 })], LINKS, [
      at(30, 'pool', 'set', { field: 'failureShare', value: 0 }),
      at(40, 'kinesisQueue', 'redrive'),
    ]),
    2,
    60,
    `0:02.0, ${STORED}, a dead letter in kinesisQueue at 0:18.0 after 3 receives, restored in kinesisQueue at 0:40.0, processed by pool at 0:44.5 and acknowledged in kinesisQueue at 0:44.5. It is still in stream.`,
  ],
  [
    'KIN6.01 expired with the stream, and nobody had acknowledged it',
    scene([slowly(), stream({ retentionHours: 0.01 }), queue()], LINKS.slice(0, 2)),
    2,
    60,
    `0:02.0, ${STORED}, expired unprocessed in kinesisQueue at 0:38.0 (lost) and expired unprocessed in stream at 0:38.0 (lost).`,
  ],
  [
    'KIN6.02 a queue that begins later with the newest record has no past',
    whole(stream(), queue({ startSeconds: 20 }), pool()),
    2,
    30,
    `0:02.0 and ${STORED}. It is still in stream. pool has not: its place is already behind the record.`,
  ],
]

describe('the life of a record that a Kinesis queue gives out', () => {
  test.each(CASES)('%s', (_title, of, number, seconds, told) => {
    expect(sentenceOf(of, number, seconds)).toContain(told)
  })
})
