import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine, Plan, PlanIntervention } from '../../src/engine/index.ts'
import { play, SECOND } from '../engine/play.ts'
import { plans } from '../engine/randomPlans.ts'
import { application, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'

/** Moment, key and size of everything that one producer made. */
const arrivalsOf = (engine: Engine, p: number) => {
  const { records, keys } = engine.world
  return Array.from({ length: records.countOf(p) }, (_, i) => {
    const reference = records.reference(p, i)
    return [records.createdAt(reference), keys.names[records.keyOf(reference)], records.bytesOf(reference)]
  })
}

const poisson = (id: string) =>
  producer({
    id,
    spacing: 1,
    recordBytesMax: 900,
    keys: { kind: 'zipf', count: 50, exponent: 1 },
    turnable: { ratePerSecond: 120, callLatencyMicros: 30_000, jitter: 2 },
  })
const usual = (): Plan =>
  plan({
    producers: [poisson('shop')],
    streams: [stream({ shards: 2 })],
    queues: [queue()],
    applications: [application({ turnable: { serviceSpread: 1, serviceMicros: 2000 } })],
    pools: [pool({ workers: 2, turnable: { serviceSpread: 1 } })],
    links: [
      { producer: 0, toStream: 0, toQueue: -1 },
      { producer: 0, toStream: -1, toQueue: 0 },
    ],
    durationMicros: 10 * SECOND,
  })

describe('seeds', () => {
  it('the same seed gives the same fingerprint, another seed another', () => {
    const digests = [1, 1, 2, 3, 4_294_967_295, 0].map((seed) => play(usual(), 10, seed).digest())
    expect(digests[0]).toBe(digests[1])
    expect(new Set(digests).size).toBe(5)
  })

  it('neighbouring seeds share no arrivals', () => {
    const first = (seed: number) => arrivalsOf(play(usual(), 1, seed), 0)[0]![0]
    expect(new Set([1, 2, 3, 4, 5, 6].map(first)).size).toBe(6)
  })
})

describe('arrivals', () => {
  const alone = arrivalsOf(play(usual()), 0)

  it('are not changed by a node that has nothing to do with them', () => {
    const more = usual()
    more.producers.unshift(poisson('other'))
    more.producers.push(poisson('third'))
    more.streams.push(stream({ id: 'other stream' }))
    more.links = [
      { producer: 0, toStream: 1, toQueue: -1 },
      ...more.links.map((link) => ({ ...link, producer: 1 })),
      { producer: 2, toStream: 0, toQueue: -1 },
    ]
    const engine = play(more)
    expect(arrivalsOf(engine, 1)).toEqual(alone)
    expect(arrivalsOf(engine, 0)).not.toEqual(alone)
  })

  it('do not depend on limits, buffers, calls or readers', () => {
    const squeezed = usual()
    const { turnable } = squeezed.producers[0]!
    Object.assign(turnable, {
      bufferRecords: 3,
      whenFull: 1,
      attemptsMax: 2,
      callLatencyMicros: 900_000,
      batchRecords: 4,
      jitter: 0,
    })
    squeezed.producers[0]!.callsAtOnce = 1
    squeezed.streams[0]!.turnable.writeRecordsPerSecond = 10
    squeezed.streams[0]!.turnable.recordBytesLimit = 300
    squeezed.queues[0]!.turnable.retentionMicros = SECOND
    squeezed.applications = []
    expect(arrivalsOf(play(squeezed), 0)).toEqual(alone)
    expect(arrivalsOf(play({ ...squeezed, links: [] }), 0)).toEqual(alone)
  })

  it('do not depend on them in random runs either', () => {
    fc.assert(
      fc.property(
        plans,
        fc.nat(),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(1, 40, 1000),
        (random, seed, whenFull, bufferRecords) => {
          const sources = random.interventions.filter(
            (step) =>
              step.kind === 'producer' &&
              (step.action === 'sendOne' ||
                (step.action === 'set' && ['ratePerSecond', 'recordBytes'].includes(step.field))),
          )
          const bare: Plan = { ...random, interventions: sources, applications: [], pools: [], links: [] }
          const changed: Plan = {
            ...random,
            producers: random.producers.map((own) => ({
              ...own,
              turnable: { ...own.turnable, whenFull, bufferRecords },
            })),
          }
          const [a, b] = [play(bare, undefined, seed), play(changed, undefined, seed)]
          random.producers.forEach((_, p) => expect(arrivalsOf(b, p)).toEqual(arrivalsOf(a, p)))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are mirrored to every link: the same records, in the same order', () => {
    const engine = play(usual())
    const [toStream, toQueue] = engine.producers[0]!.links
    expect(toStream!.newTotal).toBe(engine.producers[0]!.arrivalsTotal)
    expect(toQueue!.newTotal).toBe(engine.producers[0]!.arrivalsTotal)
  })
})

describe('the fingerprint', () => {
  const withStep = (step: PlanIntervention, parts: Partial<Plan> = {}) =>
    play({ ...usual(), interventions: [step], ...parts }).digest()

  it('changes when one moment changes by a microsecond', () => {
    const steps: PlanIntervention[] = [
      { at: 2 * SECOND, kind: 'producer', node: 0, action: 'sendOne' },
      { at: 2 * SECOND, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 130 },
      { at: 2 * SECOND, kind: 'application', node: 0, action: 'goTo', to: -1 },
      { at: 2 * SECOND, kind: 'application', node: 0, action: 'crash', worker: 0 },
      { at: 2 * SECOND, kind: 'queue', node: 0, action: 'purge' },
      { at: 2 * SECOND, kind: 'pool', node: 0, action: 'crash', worker: 0 },
      { at: 2 * SECOND, kind: 'stream', node: 0, action: 'set', field: 'writeRecordsPerSecond', value: 20 },
    ]
    for (const step of steps)
      expect([step.action, withStep(step) === withStep({ ...step, at: step.at + 1 })]).toEqual([step.action, false])
  })

  it('changes with the arrival of a record that is still held at its source', () => {
    const held = (at: number) =>
      play(
        plan({
          producers: [
            producer({
              callsAtOnce: 1,
              turnable: { ratePerSecond: 0, bufferRecords: 1, callLatencyMicros: 60 * SECOND },
            }),
          ],
          streams: [stream()],
          interventions: [
            { at: SECOND, kind: 'producer', node: 0, action: 'sendOne' },
            { at, kind: 'producer', node: 0, action: 'sendOne' },
          ],
        }),
        30,
      ).digest()
    expect(held(2 * SECOND)).toBe(held(2 * SECOND))
    expect(held(2 * SECOND)).not.toBe(held(2 * SECOND + 1))
  })

  it('changes with the moment at which it is taken, and with one retry more or less', () => {
    const engine = play(usual(), 5)
    const digest = engine.digest()
    engine.run(5 * SECOND + 1, Number.POSITIVE_INFINITY)
    expect(engine.digest()).not.toBe(digest)
    const backoff = (backoffBaseMicros: number) => {
      const p = usual()
      p.producers[0]!.turnable.backoffBaseMicros = backoffBaseMicros
      p.streams[0]!.turnable.writeRecordsPerSecond = 20
      return play(p).digest()
    }
    expect(backoff(100_000)).not.toBe(backoff(100_001))
  })

  it('16 hexadecimal digits, and the words of it', () => {
    const engine = play(usual(), 3)
    const [high, low] = engine.digestWords()
    expect(engine.digest()).toMatch(/^[0-9a-f]{16}$/)
    expect(engine.digest()).toBe(high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0'))
  })
})
