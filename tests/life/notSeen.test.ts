import { describe, expect, test } from 'vitest'
import { consumersOf, createEngine, lifeOf, whyNotSeen } from '../../src/engine/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { app, at, fn, node, pool, quick, scene, slowly } from './lifeScene.ts'

/** Why each consumer of the scene has not seen record `number` at a moment: `lambda notFetched 3`. */
function reasonsIn(of: Scenario, number: number, seconds: number): string[] {
  const engine = createEngine(compile(of), of.seed)
  const reference = engine.world.records.reference(0, number - 1)
  const notes = lifeOf(engine, reference, seconds * 1e6, 1000)
  return consumersOf(engine).map((consumer) => {
    const { reason, ahead } = whyNotSeen(engine, notes, reference, consumer)
    return `${consumer} ${reason}${ahead > 0 ? ` ${ahead}` : ''}`
  })
}

const stream = node('stream', { shards: 1 })
const onStream = (reader: ReturnType<typeof node>) =>
  scene([slowly(), stream, reader], ['producer>stream', `stream>${reader.id}`])

describe('why has B not seen it, for every kind of consumer', () => {
  test('a function that is behind: so many records of its shard come first', () => {
    expect(reasonsIn(onStream(fn({ serviceMs: 10_000, timeoutSeconds: 900, recordsPerBatch: 1 })), 10, 25)).toEqual([
      'lambda notFetched 7',
    ])
  })

  test('LKI.12 a function that began at the newest record, later', () => {
    const late = fn({ startSeconds: 20, startPosition: 'LATEST' })
    expect(reasonsIn(onStream(late), 10, 19)).toEqual(['lambda nobodyReads'])
    expect(reasonsIn(onStream(late), 10, 30)).toEqual(['lambda beforeItsStart'])
    expect(reasonsIn(onStream(late), 25, 30)).toEqual(['lambda seen'])
  })

  test('LKI.06 a function that fails on it, and on what stands behind it in its batch', () => {
    expect(reasonsIn(onStream(fn({ poisonRecord: 3 })), 3, 30)).toEqual(['lambda failing'])
    expect(reasonsIn(onStream(fn({ poisonRecord: 3 })), 20, 30)).toEqual(['lambda notFetched 17'])
  })

  test('a counter that is behind, or down', () => {
    const busy = node('aggregator', { serviceMs: 5000, restartSeconds: 3600 })
    expect(reasonsIn(onStream(busy), 6, 20)).toEqual(['aggregator inWork 4'])
    expect(reasonsIn(onStream(busy), 15, 20)).toEqual(['aggregator notFetched 13'])
    const down = { ...onStream(busy), interventions: [at(2, 'aggregator', 'crash', { worker: 0 })] }
    expect(reasonsIn(down, 6, 20)).toEqual(['aggregator nobodyReads'])
  })

  test('a pool, a function and a counter on one queue: one of them has it', () => {
    const of = scene(
      [slowly(), quick(), pool(), fn({ maximumConcurrency: 2 }), node('aggregator', { serviceMs: 100 })],
      ['producer>queue', 'queue>pool', 'queue>lambda', 'queue>aggregator'],
    )
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const reasons = reasonsIn(of, number, 20).map((text) => text.split(' ')[1])
      expect(reasons.sort()).toEqual(['seen', 'takenByAnother', 'takenByAnother'])
    }
  })

  test('SNS.08 a copy that its queue does not want', () => {
    const of = scene(
      [slowly({ keyCount: 2, keys: 'list', keyList: 'left,right' }), node('topic'), quick(), pool()],
      ['producer>topic', 'topic>queue', 'queue>pool'],
    )
    of.links[1]!.keys = 'left'
    const both = [1, 2, 3, 4, 5, 6].map((number) => reasonsIn(of, number, 20)[0])
    expect([...new Set(both)].sort()).toEqual(['pool notWanted', 'pool seen'])
  })

  test('a monolith: so many events come first', () => {
    const of = scene([slowly(), node('monolith', { serviceMs: 4000 })], ['producer>monolith'])
    expect(reasonsIn(of, 8, 10)).toEqual(['monolith inWork 5'])
  })

  test('an application that has not come yet, beside a function that has seen it', () => {
    const of = scene(
      [slowly(), stream, app({ startSeconds: 100 }), fn()],
      ['producer>stream', 'stream>application', 'stream>lambda'],
    )
    expect(reasonsIn(of, 3, 20)).toEqual(['application notFetched 2', 'lambda seen'])
  })
})
