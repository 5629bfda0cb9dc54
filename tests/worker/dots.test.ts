import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DELIVERIES } from '../../src/engine/clients/poolCounters.ts'
import { createEngine, type Engine, type Plan } from '../../src/engine/index.ts'
import { play } from '../engine/play.ts'
import { plans } from '../engine/randomPlans.ts'
import { tipsOf } from '../engine/shards.ts'
import { plan, producer, stream } from '../engine/testPlan.ts'

/** Dots so far on each track. */
function dotsOn(engine: Engine): number[] {
  const { trace } = engine.world
  const counts = engine.numbering.tracks.map(() => 0)
  for (let i = 0; i < trace.length; i++) counts[trace.trackOf(i)]! += 1
  return counts
}

/** Ways on which dots and records differ by a dot's weight or more. */
function differing(engine: Engine): string[] {
  const dots = dotsOn(engine)
  const { tracks } = engine.numbering
  const wrong: string[] = []
  const compare = (what: string, shown: number, records: number, weight: number) => {
    if (Math.abs(records - shown * weight) >= weight)
      wrong.push(`${what}: ${shown} dots of ${weight} for ${records} records`)
  }
  const onTracks = (wanted: (track: (typeof tracks)[number]) => boolean) =>
    tracks.reduce((sum, track, i) => (wanted(track) ? sum + dots[i]! : sum), 0)
  const rows = engine.plan.producers.map(() => 0)
  engine.plan.links.forEach(({ producer: p, toStream, toQueue }, l) => {
    const link = engine.producers[p]!.links[rows[p]!++]!
    const { recordsPerDot } = toStream >= 0 ? engine.plan.streams[toStream]! : engine.plan.queues[toQueue]!
    compare(
      `link ${l}, stored`,
      onTracks((track) => track.kind === 'stored' && track.link === l),
      link.storedTotal,
      recordsPerDot,
    )
    compare(
      `link ${l}, refused`,
      onTracks((track) => track.kind === 'refused' && track.link === l),
      link.refusedTotal,
      recordsPerDot,
    )
  })
  engine.pools.forEach((pool, w) => {
    const shown = onTracks((track) => 'pool' in track && track.pool === w)
    compare(`pool ${w}, delivered`, shown, pool.c[DELIVERIES]!, pool.queue.plan.recordsPerDot)
  })
  return wrong
}

describe('dots', () => {
  it('agree with the records stored, refused and delivered, to less than one dot, at any moment', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (random: Plan, seed) => {
        const engine = createEngine(random, seed)
        for (let step = 1; step <= 12; step++) {
          engine.run(Math.floor((random.durationMicros * step) / 12), Number.POSITIVE_INFINITY)
          expect(differing(engine)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('agree with what each reader got of each shard, also when it goes back or loses records', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (random, seed) => {
        const engine = play(random, undefined, seed)
        const dots = dotsOn(engine)
        engine.numbering.tracks.forEach((track, i) => {
          if (!('application' in track)) return
          const application = engine.applications[track.application]!
          const { recordsPerDot } = application.stream.plan
          const deliveries = application.readers[track.row]!.deliveries
          expect(Math.abs(deliveries - dots[i]! * recordsPerDot)).toBeLessThan(recordsPerDot)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('share themselves out over shards and keys as the records do', () => {
    const engine = play(
      plan({
        producers: [
          producer({
            keys: { kind: 'list', keys: ['Rome', 'London', 'Vienna', 'Paris', 'Berlin', 'Oslo'] },
            turnable: { ratePerSecond: 900 },
          }),
        ],
        streams: [stream({ shards: 3, recordsPerDot: 50 })],
      }),
    )
    const dots = dotsOn(engine)
    const storedTotal = tipsOf(engine.streams[0]!)
    // W53: one, two and three cities.
    ;[0, 1, 2].forEach((shard) => {
      const track = engine.numbering.tracks.findIndex((t) => t.kind === 'stored' && t.row === shard)
      expect(Math.abs(dots[track]! * 50 - storedTotal[shard]!)).toBeLessThan(50 * 3)
    })
  })

  it('are in order of time', () => {
    const engine = play(fc.sample(plans, { numRuns: 1, seed: 3 })[0]!)
    const { at, length } = engine.world.trace
    for (let i = 1; i < length; i++) expect(at.get(i)).toBeGreaterThanOrEqual(at.get(i - 1))
  })
})
