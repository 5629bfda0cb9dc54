import { describe, expect, test } from 'vitest'
import { createEngine, lifeOf, type Note, type Plan } from '../../src/engine/index.ts'
import { application, plan, pool, producer, queue, stream } from '../engine/testPlan.ts'

const told = (notes: readonly Note[]) => notes.map(({ at, step, node }) => `${(at / 1e6).toFixed(3)} ${step} ${node}`)
const lifeIn = (of: Plan, index: number, seconds: number, seed = 1) => {
  const engine = createEngine(of, seed)
  return told(lifeOf(engine, engine.world.records.reference(0, index), seconds * 1e6, 100))
}

describe('the life of one record, told by playing the run again', () => {
  test('in a stream: made, stored, read, worked', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 2 } })],
      streams: [stream()],
      applications: [application({ turnable: { pollIntervalMicros: 1_000_000, serviceMicros: 250_000 } })],
    })
    expect(lifeIn(of, 1, 10)).toEqual([
      '1.000 made producer',
      '1.000 stored stream',
      '1.000 received application',
      '1.500 worked application',
      '1.500 effect application',
    ])
  })

  test('refused twice, then given up', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 2000, attemptsMax: 2, backoffBaseMicros: 100_000 } })],
      streams: [stream()],
    })
    const engine = createEngine(of, 1)
    engine.run(5e6, Number.POSITIVE_INFINITY)
    const steps = Array.from({ length: 25 }, (_, i) => lifeIn(of, 9000 + i, 6).map((line) => line.split(' ')[1]!))
    expect(steps.some((life) => life.join(' ') === 'made refused refused givenUp')).toBe(true)
    for (const life of steps) expect(['stored', 'givenUp']).toContain(life.at(-1))
  })

  test('in a queue: received, failed, received again', () => {
    const of = plan({
      producers: [producer({ turnable: { ratePerSecond: 0.5 } })],
      queues: [queue({ turnable: { visibilityTimeoutMicros: 3_000_000 } })],
      pools: [pool({ turnable: { failureShare: 1, serviceMicros: 500_000 } })],
    })
    expect(lifeIn(of, 0, 6).filter((line) => /received|failed/.test(line))).toEqual([
      '2.000 received pool',
      '2.500 failed pool',
      '5.000 received pool',
      '5.500 failed pool',
    ])
  })

  test('a full buffer: held until there is room, or dropped', () => {
    const full = { ratePerSecond: 2000, bufferRecords: 5, backoffBaseMicros: 1_000_000 }
    const of = (whenFull: number) =>
      plan({ producers: [producer({ turnable: { ...full, whenFull } })], streams: [stream()] })
    const last = (whenFull: number) => lifeIn(of(whenFull), 7000, 30).map((line) => line.split(' ')[1]!)
    expect(last(0)).toContain('held')
    expect(last(2)).toEqual(['made', 'dropped'])
  })

  test('looking on changes no bit of the run', () => {
    const of = plan({
      producers: [producer({ spacing: 1, turnable: { ratePerSecond: 1500, attemptsMax: 3 } })],
      streams: [stream({ shards: 2 })],
      applications: [application({ turnable: { failureShare: 0.1 } })],
      durationMicros: 5_000_000,
    })
    const alone = createEngine(of, 3)
    alone.run(5e6, Number.POSITIVE_INFINITY)
    const watched = createEngine(of, 3)
    lifeOf(watched, 12, 5e6, 10)
    expect(watched.digest()).toBe(alone.digest())
  })
})
