import { describe, expect, test } from 'vitest'
import {
  addNode,
  applyOverride,
  estimateOf,
  problems,
  RECORDS_MAX,
  setDuration,
  tooManyRecords,
} from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from './sixScenes.ts'

/** A built-in scenario with start values in words. */
function scene(id: string, ...overrides: string[]): Scenario {
  return overrides.reduce((scenario, text) => {
    const result = applyOverride(scenario, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, builtIn(id) as Scenario)
}

const texts = (scenario: Scenario) =>
  problems(scenario).map(({ nodeId, field, text }) => `${nodeId}${field === undefined ? '' : `.${field}`}: ${text}`)

describe('what will surprise', () => {
  test.each(['one-shard', 'two-shards', 'many-readers', 'taking-turns', 'slow-reader', 'same-traffic'])(
    'nothing in %s as it is',
    (id) => {
      expect(texts(scene(id))).toEqual([])
    },
  )

  test.each<[string, Scenario, string]>([
    [
      'demand above the record limit',
      scene('two-shards', 'producer.rate=4000'),
      'stream.writeRecordsPerSecond: Click stream is offered 4,000 records/s and takes at most 2,000 records/s.',
    ],
    [
      'demand above the byte limit (W51)',
      scene('two-shards', 'producer.rate=1600', 'producer.recordBytes=2KiB'),
      'stream.writeBytesPerSecond: Click stream is offered 3.14 MiB/s and takes at most 2 MiB/s.',
    ],
    [
      'more workers than shards',
      scene('one-shard', 'reader.workers=3'),
      'reader.workers: Reader has 3 workers for 1 shard: 2 will stand by idle.',
    ],
    [
      'too many polls',
      scene('many-readers', 'billing.pollIntervalMs=200'),
      'stream.readCallsPerSecond: The applications of Orders ask 6.2 calls/s of each shard; it answers 5 calls/s.',
    ],
    [
      'work longer than the timeout (W56)',
      scene('taking-turns', 'workers.messagesPerCall=10', 'queue.visibilityTimeoutSeconds=10'),
      'queue.visibilityTimeoutSeconds: Packers needs 13.2 s for what one call brings, but Orders hides it for 10 s only: messages are received again before they are done.',
    ],
    [
      'records larger than the stream takes',
      scene('one-shard', 'producer.recordBytes=2MiB', 'producer.rate=0.1'),
      'producer.recordBytes: Orders refuses records above 1 MiB; some of Web shop are larger.',
    ],
    [
      'some records larger than the queue takes',
      scene('taking-turns', 'producer.recordBytesMax=2MiB'),
      'producer.recordBytesMax: Orders refuses records above 1 MiB; some of Web shop are larger.',
    ],
    [
      'a batch larger than a call',
      scene('taking-turns', 'producer.batchRecords=25'),
      'producer.batchRecords: A call to Orders carries at most 10; a batch of 25 is cut.',
    ],
    [
      'calls that cannot carry the rate',
      scene('two-shards', 'producer.callLatencyMs=1s'),
      'producer.callsAtOnce: 40 calls at once carry at most 1,000 records/s; 1,600 records/s arrive.',
    ],
    [
      'an empty list of keys',
      scene('one-shard', 'producer.keyList= , '),
      'producer.keyList: The list of keys is empty.',
    ],
    [
      'a key longer than 256',
      scene('one-shard', `producer.keyList=a,${'k'.repeat(257)}`),
      'producer.keyList: The key kkkkkkkkkkkkkkkkkkkk… has more than 256 characters.',
    ],
    [
      'a spike that ends before it begins',
      scene('one-shard', 'producer.profile=spike', 'producer.profileEndSeconds=5'),
      'producer.profileEndSeconds: The spike ends before it begins.',
    ],
  ])('%s', (_, scenario, text) => {
    expect(texts(scenario)).toEqual([text])
  })

  test('readers that need more than they share (W52)', () => {
    // 1,036 B with the key at 1,000/s are nearly 1 MiB/s; three readers share 2 MiB/s.
    expect(
      texts(scene('many-readers', 'producer.rate=1000', 'producer.recordBytes=1030', 'producer.callsAtOnce=100')),
    ).toEqual([
      'stream.readBytesPerSecond: The applications of Orders together need 2.96 MiB/s from each shard; they share 2 MiB/s and fall behind.',
    ])
  })

  test('nodes that are not linked', () => {
    expect(
      texts(addNode(addNode(addNode(scene('one-shard'), 'producer', 0, 0), 'pool', 0, 0), 'application', 0, 0)),
    ).toEqual([
      'producer-2: Producer 2 sends to nothing yet: link it to a stream, a queue or a topic.',
      'pool: Workers reads nothing yet: link a queue to it.',
      'application: Application reads nothing yet: link a stream to it.',
    ])
  })

  test('a link whose end is gone', () => {
    const scenario = scene('one-shard')
    expect(texts({ ...scenario, links: [...scenario.links, { from: 'producer', to: 'gone' }] })).toEqual([
      'producer: A link from producer to gone has lost one end.',
    ])
  })
})

describe('how large a run will be', () => {
  const records = (id: string, ...overrides: string[]) => estimateOf(setDuration(scene(id, ...overrides), 100))

  test.each<[string, number]>([
    ['producer.profile=constant', 1000],
    ['producer.profile=onOff producer.onShare=25% producer.periodSeconds=20', 250],
    ['producer.profile=onOff producer.onShare=50% producer.periodSeconds=160', 800],
    [
      'producer.profile=spike producer.peakFactor=3 producer.profileStartSeconds=90 producer.profileEndSeconds=200',
      1200,
    ],
    ['producer.profile=ramp producer.peakFactor=3 producer.profileStartSeconds=20 producer.profileEndSeconds=60', 2200],
    [
      'producer.profile=ramp producer.peakFactor=3 producer.profileStartSeconds=50 producer.profileEndSeconds=150',
      1250,
    ],
    ['producer.profile=wave producer.peakFactor=2', 1000],
  ])('10 a second for 100 s with %s', (words, expected) => {
    expect(records('one-shard', 'producer.rate=10', ...words.split(' ')).records).toBeCloseTo(expected, 6)
  })

  test('once for each link; each application takes a copy', () => {
    expect(records('same-traffic', 'producer.rate=10')).toEqual({ records: 2000, copies: 2000 })
    expect(records('many-readers', 'producer.rate=10')).toEqual({ records: 1000, copies: 3000 })
  })

  test('turns of the rate and records sent by hand count', () => {
    const base = setDuration(scene('one-shard', 'producer.rate=10'), 100)
    const scenario: Scenario = {
      ...base,
      interventions: [
        { at: 50_000_000, node: 'producer', action: 'set', field: 'rate', value: 20 },
        { at: 60_000_000, node: 'producer', action: 'sendOne' },
        { at: 90_000_000, node: 'producer', action: 'set', field: 'rate', value: 0 },
      ],
    }
    expect(estimateOf(scenario).records).toBe(500 + 800 + 1)
  })

  test('too large a run is named with rate, duration and bound', () => {
    const large = setDuration(scene('two-shards', 'producer.rate=10000'), 3601)
    expect(estimateOf(large).records).toBeGreaterThan(RECORDS_MAX)
    expect(tooManyRecords(large)).toBe(
      'This run would keep 36,010,000 records (up to 10,000 new records/s over 3,601 s, once for each link); at most 30,000,000 fit. Lower a rate or shorten the run.',
    )
    expect(problems(large)[0]).toMatchObject({ nodeId: 'producer', field: 'rate' })
    expect(tooManyRecords(setDuration(scene('two-shards', 'producer.rate=4000'), 3600))).toBeNull()
  })
})
