import { describe, expect, test } from 'vitest'
import { loadBuiltIn } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { app, at, fn, node, pool, quick, scene, slowly } from '../life/lifeScene.ts'

/** Seconds and place of the first of a kind, or null. */
function first(of: string, scenario: Scenario, seconds: number): [number, string] | null {
  const said = answerTo(scenario, { kind: 'firsts', untilMicros: seconds * 1e6 })
  if (said.kind !== 'firsts') throw new Error(JSON.stringify(said))
  const found = said.firsts.find((one) => one.of === of)
  return found === undefined ? null : [found.atMicros / 1e6, found.node]
}

const minute = node('stream', { shards: 1, retentionHours: 60 / 3600 })
describe('the first loss of a run', () => {
  const late = app({ startSeconds: 100 })

  test('KIN6.01 is the microsecond at which a record expires that an application has not read', () => {
    const of = scene([slowly(), minute, late], ['producer>stream', 'stream>application'])
    // The first record is made after a second, and kept for a minute.
    expect(first('lost', of, 60.999999)).toBe(null)
    expect(first('lost', of, 62)).toEqual([61, 'application'])
    expect(first('lost', of, 200)).toEqual([61, 'application'])
  })

  test('KIN6.01 is there for a retention that is made shorter during the run', () => {
    const hour = node('stream', { shards: 1, retentionHours: 48 })
    const shorter = at(30, 'stream', 'set', { field: 'retentionHours', value: 10 / 3600 })
    const of = scene([slowly(), hour, late], ['producer>stream', 'stream>application'], [shorter])
    expect(first('lost', of, 60)?.[1]).toBe('application')
  })

  test('KIN6.01 is a counter’s, and a function’s when it comes', () => {
    const counter = scene(
      [slowly({ rate: 10 }), minute, node('aggregator', { serviceMs: 1000 })],
      ['producer>stream', 'stream>aggregator'],
    )
    expect(first('lost', counter, 200)?.[1]).toBe('aggregator')
    const lambda = scene(
      [slowly({ rate: 10 }), minute, fn({ serviceMs: 1000, batchMs: 900 })],
      ['producer>stream', 'stream>lambda'],
    )
    expect(first('lost', lambda, 300)?.[1]).toBe('lambda')
  })

  test('LKI.10 is what a mapping gives up', () => {
    const of = scene(
      [slowly(), node('stream', { shards: 1 }), fn({ poisonRecord: 2, maximumRetryAttempts: 1 })],
      ['producer>stream', 'stream>lambda'],
    )
    expect(first('lost', of, 20)?.[1]).toBe('lambda')
  })

  test('SQS.09 is what expires unworked, and not what was worked and could not be deleted', () => {
    const short = { retentionHours: 60 / 3600 }
    const unread = scene([slowly(), quick(short)], ['producer>queue'])
    expect(first('lost', unread, 100)).toEqual([61, 'queue'])
    // The work takes longer than the timeout: each message is worked again until it expires.
    const again = scene(
      [slowly({ rate: 0.01 }), quick({ ...short, visibilityTimeoutSeconds: 1 }), pool({ serviceMs: 30_000 })],
      ['producer>queue', 'queue>pool'],
    )
    expect(first('lost', again, 250)).toBe(null)
  })

  test('W20 is where the scene about it says', async () => {
    const edge = await loadBuiltIn('retention-edge')
    // A reader at four fifths of the input loses its first record after five times the retention of 36 s.
    const [seconds, node] = first('lost', edge!, edge!.durationSeconds) ?? []
    expect(node).toBe('reader')
    expect(Math.abs((seconds ?? 0) - 180)).toBeLessThan(4)
  })
})

describe('the first of other kinds', () => {
  const poisoned = scene(
    [slowly(), quick({ maxReceiveCount: 2 }), quick({ id: 'dead' }), pool({ poisonRecord: 2 })],
    ['producer>queue', 'queue>pool', 'queue>dead'],
  )
  test('SQS.14 a failure, a message that comes back, a dead letter', () => {
    expect(first('failed', poisoned, 30)).toEqual([2.5, 'pool'])
    expect(first('returned', poisoned, 30)).toEqual([7, 'queue'])
    expect(first('deadLettered', poisoned, 30)?.[1]).toBe('queue')
    expect(first('lost', poisoned, 30)).toBe(null)
  })

  test('SQS.05 work that is done again, when it is done: the visibility timeout of 5 s was shorter than the work', () => {
    const twice = scene(
      [slowly({ rate: 0.05 }), quick(), pool({ workers: 2, serviceMs: 7000 })],
      ['producer>queue', 'queue>pool'],
    )
    expect(first('again', twice, 31)).toBe(null)
    expect(first('again', twice, 60)).toEqual([32, 'pool'])
  })

  test('KIN1.02 a refusal, at the record for which the bucket has no token left', () => {
    const burst = scene([slowly({ rate: 1100 }), node('stream', { shards: 1 })], ['producer>stream'])
    // 1,000 tokens at first and 1,000 a second more, 1,100 a second out: empty after 10 s.
    expect(first('refused', burst, 9.5)).toBe(null)
    const [seconds, place] = first('refused', burst, 11) ?? []
    expect(place).toBe('stream')
    expect(Math.abs((seconds ?? 0) - 10)).toBeLessThan(0.5)
  })
})
