import { createEngine, type StreamPlan } from '../../src/engine/index.ts'
import { ReadVerdict } from '../../src/engine/kinesis/limits.ts'
import { byteTokens, recordTokens } from '../../src/engine/kinesis/writeBuckets.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'
import { expectTimeline, tally } from '../engine/timeline.ts'

const KEYS = ['a', 'user-1', 'user-2', 'AAPL', '123', 'c']
const ANSWERS = ['stored', 'record limit', 'byte limit', 'too large']
const READ_ANSWERS = ['', 'call limit', 'byte limit', 'penalty']

/**
 * Draws puts and gets against one stream of a run:
 *   put 3 x 100      three records of 100 B, key included; `put 3 x 100 user-1` with that key
 *   get A 10         GetRecords of reader A, at most 10 records, shard 0
 *   set <field> <value>, left (records and bytes left to write at this moment), trim (first record not expired)
 */
export function expectShard(turnable: Partial<StreamPlan['turnable']>, drawing: string, shards = 1): void {
  const engine = createEngine(
    plan({
      durationMicros: 1e12,
      binMicros: 1e12,
      producers: [
        producer({ recordBytesMax: 11_000_000, keys: { kind: 'cycle', keys: KEYS }, turnable: { ratePerSecond: 0 } }),
      ],
      streams: [stream({ shards, turnable })],
    }),
    1,
  )
  const [store] = engine.streams
  const { records, keys } = engine.world
  const places = new Map<string, { index: number; bytes: number }>()
  const put = (now: number, count: number, bytes: number, name: string) => {
    const key = keys.names.indexOf(name)
    const answers = Array.from({ length: count }, () => {
      const reference = records.add(0, now, key, bytes - name.length)
      return ANSWERS[store!.accept(reference, key, bytes, now)]!
    })
    return tally(answers)
  }
  const get = (now: number, reader: string, most: number) => {
    const verdict = store!.admitRead(0, now)
    if (verdict !== ReadVerdict.admitted) return READ_ANSWERS[verdict]!
    const place = places.get(reader) ?? { index: 0, bytes: 0 }
    const end = store!.read(0, place.index, place.bytes, most, now)
    places.set(reader, { index: end, bytes: store!.bytesBefore(0, end) })
    return `${end - place.index} records`
  }
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    switch (verb) {
      case 'put':
        return put(micros, Number(words[0]), Number(words[2]), words[3] ?? 'a')
      case 'get':
        return get(micros, words[0]!, Number(words[1] ?? 10_000))
      case 'set':
        store!.set(words[0]!, Number(words[1]), micros)
        return 'set'
      case 'left':
        return `${recordTokens(store!.shards[0]!.c, store!.limits, micros)} records, ${byteTokens(store!.shards[0]!.c, store!.limits, micros)} B`
      case 'trim':
        return String(store!.trim(0, micros))
      default:
        throw new Error(`No such step: ${verb}`)
    }
  })
}
