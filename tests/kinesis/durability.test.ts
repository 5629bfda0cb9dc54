import { expect, test } from 'vitest'
import { applicationCounts, createEngine } from '../../src/engine/index.ts'
import { SECOND } from '../engine/play.ts'
import { application, plan, producer, stream } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'

// The model has no zones. What the copies in three zones are for is that nothing acknowledged is lost before its time.

test('KIN1.18 what was acknowledged stays until its retention ends, whatever befalls its readers and its shard', () => {
  const engine = createEngine(
    plan({
      durationMicros: 7200 * SECOND,
      binMicros: 7200 * SECOND,
      producers: [
        producer({
          keys: { kind: 'list', keys: ['a'] },
          turnable: { ratePerSecond: 0, callLatencyMicros: 10_000, attemptsMax: 1 },
        }),
      ],
      streams: [stream({ shardsAtMost: 3, turnable: { retentionMicros: 3600 * SECOND } })],
      applications: [application({ workers: 1 })],
    }),
    1,
  )
  const [sender] = engine.producers
  const [own] = engine.streams
  const [reader] = engine.applications
  expectTimeline(
    `
      1        send     0 acknowledged, 0 kept
      1.005    look     0 acknowledged, 0 kept
      1.01     look     1 acknowledged, 1 kept
      2        crash    1 acknowledged, 1 kept
      3        send     1 acknowledged, 1 kept
      4        split    2 acknowledged, 2 kept
      60       look     2 acknowledged, 2 kept
      61       start    2 acknowledged, 2 kept
      120      look     2 acknowledged, 2 kept
      3601     look     2 acknowledged, 2 kept
      3601.02  look     2 acknowledged, 1 kept
      3603.02  look     2 acknowledged, 0 kept
    `,
    (micros, [word]) => {
      engine.run(micros, Number.POSITIVE_INFINITY)
      if (word === 'send') sender!.make(micros)
      if (word === 'crash') reader!.crash(0, micros)
      if (word === 'start') reader!.start(0, micros)
      if (word === 'split') own!.splitShard(0, 1n << 127n, micros)
      engine.settle()
      const kept = own!.shards.reduce((sum, shard) => sum + shard.tip - own!.trim(shard.number, micros), 0)
      return `${sender!.links[0]!.storedTotal} acknowledged, ${kept} kept`
    },
  )
  // Read by then, after the crash and from the closed parent.
  expect(applicationCounts(reader!, engine.now)).toMatchObject({ processed: 2, lostUnread: 0 })
})
