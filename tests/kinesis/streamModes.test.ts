import { describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { defaultNode, problems, setWhere } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { stepsOf } from '../engine/timeline.ts'
import { answersIn, reshardScene } from './reshardScene.ts'

const MIB = 1_048_576
const MINUTE = 60

const play = (scenario: Scenario): Engine => createEngine(compile(scenario), scenario.seed)
const to = (engine: Engine, seconds: number) => engine.run(seconds * 1_000_000, Number.POSITIVE_INFINITY)
const openIn = (engine: Engine) => engine.streams[0]!.openShards.length
const refusedIn = (engine: Engine) => engine.streams[0]!.shards.reduce((sum, { refused }) => sum + refused, 0)
const storedIn = (engine: Engine) => engine.streams[0]!.shards.reduce((sum, { tip }) => sum + tip, 0)

type Stream = Parameters<typeof reshardScene>[0]

/** Records of half a MiB with even keys spread over all shards, so that few of them are many bytes. */
const heavy = (stream: Stream, mibPerSecond: number, steps = '', minutes = 30): Scenario => {
  const scenario = reshardScene({ recordDistribution: 'AUTO', ...stream }, steps, {
    durationSeconds: minutes * MINUTE,
    rate: 2 * mibPerSecond,
  })
  const nodes = scenario.nodes.map((node) =>
    node.kind === 'producer' ? { ...node, recordBytes: MIB / 2 - 8, attemptsMax: 1 } : node,
  )
  return { ...scenario, nodes }
}

function expectSteps(stream: Stream, drawing: string, durationSeconds = 600): void {
  const steps = stepsOf(drawing)
  const answers = answersIn(reshardScene(stream, drawing, { durationSeconds, rate: 1 }))
  const draw = (seen: (i: number) => string) =>
    steps.map(({ seconds, action }, i) => `${seconds} ${action}: ${seen(i)}`)
  expect(draw((i) => answers[i]!)).toEqual(draw((i) => steps[i]!.seen))
}

describe('capacity modes in a scene', () => {
  test('KIN5.02 an on-demand stream begins with the shards for 4 MB/s, whatever was provisioned', () => {
    const engine = play(heavy({ shards: 9, capacityMode: 'onDemandStandard' }, 4))
    to(engine, 60)
    expect(openIn(engine)).toBe(4)
    expect(refusedIn(engine)).toBe(0)
  })

  test('KIN5.04 W21 a peak of 12 MB/s before takes 24 MB/s at once; a new peak is doubled again', () => {
    const engine = play(heavy({ capacityMode: 'onDemandStandard', peakBytesBefore: 12 * MIB }, 24, '', 20))
    expect(openIn(engine)).toBe(24)
    to(engine, 20 * MINUTE)
    expect(refusedIn(engine)).toBe(0)
    expect(engine.streams[0]!.onDemand!.capacityAt(engine.now) / MIB).toBeCloseTo(48, 0)
    expect(openIn(engine)).toBeGreaterThanOrEqual(40)
  })

  test('KIN5.05 KIN5.06 W22 more than twice the peak is throttled for up to about 15 minutes', () => {
    const engine = play(heavy({ capacityMode: 'onDemandStandard', peakBytesBefore: 4 * MIB }, 14, '', 25))
    to(engine, MINUTE)
    expect(storedIn(engine) / 2 / 60).toBeLessThan(9)
    to(engine, 17 * MINUTE)
    const refused = refusedIn(engine)
    expect(refused).toBeGreaterThan(0)
    to(engine, 25 * MINUTE)
    expect(refusedIn(engine)).toBe(refused)
    expect(openIn(engine)).toBeGreaterThanOrEqual(14)
  })

  test('KIN5.10 the mode changes twice in 24 hours, and the shards stay', () => {
    expectSteps(
      { shards: 3 },
      `
      10     capacityMode=onDemandStandard     done
      20     capacityMode=provisioned          updating
      50     split 0                           onDemandSplits
      60     capacityMode=onDemandStandard     modeUnchanged
      70     capacityMode=provisioned          done
      110    capacityMode=onDemandStandard     tooManyModes
      120    split 0                           done
      `,
    )
    const engine = play(reshardScene({ shards: 3 }, '10  capacityMode=onDemandStandard  done'))
    to(engine, 100)
    expect(openIn(engine)).toBe(3)
    expect(engine.streams[0]!.onDemand!.isOn).toBe(true)
  })

  test('KIN5.08 KIN5.09 warm throughput needs Advantage, which is kept for a day', () => {
    expectSteps(
      { capacityMode: 'onDemandStandard' },
      `
      10     warmBytesPerSecond=${10 * MIB}    warmNeedsAdvantage
      20     capacityMode=onDemandAdvantage    done
      30     warmBytesPerSecond=${10 * MIB}    done
      40     warmBytesPerSecond=${12 * MIB}    updating
      300    capacityMode=onDemandStandard     advantageTooSoon
      310    capacityMode=provisioned          advantageTooSoon
      `,
    )
    const engine = play(
      reshardScene({ capacityMode: 'onDemandAdvantage' }, `10  warmBytesPerSecond=${10 * MIB}  done`, { rate: 1 }),
    )
    expect(openIn(engine)).toBe(4)
    to(engine, 300)
    expect(openIn(engine)).toBe(10)
    const warm = play(reshardScene({ capacityMode: 'onDemandAdvantage', warmBytesPerSecond: 20 * MIB }, ''))
    expect(openIn(warm)).toBe(20)
  })

  test('KIN1.14 AUTO is for on-demand streams, can be switched at any time, and goes with the mode', () => {
    expectSteps(
      { shards: 2 },
      `
      10     recordDistribution=AUTO                  autoNeedsOnDemand
      20     capacityMode=onDemandStandard            done
      60     recordDistribution=AUTO                  done
      70     recordDistribution=USER_PARTITION_KEY    done
      80     recordDistribution=AUTO                  done
      90     capacityMode=provisioned                 done
      `,
    )
    // One key: all of it lies on one shard until AUTO spreads it over four.
    const scenario = reshardScene({ capacityMode: 'onDemandStandard' }, '10  recordDistribution=AUTO  done', {
      rate: 100,
      durationSeconds: 20,
    })
    const nodes = scenario.nodes.map((node) => (node.kind === 'producer' ? { ...node, keyCount: 1 } : node))
    const engine = play({ ...scenario, nodes })
    to(engine, 9.999)
    const before = engine.streams[0]!.shards.map(({ tip }) => tip)
    expect(before.filter((tip) => tip > 0).length).toBe(1)
    to(engine, 20)
    const grown = engine.streams[0]!.shards.map(({ tip }, i) => tip - before[i]!)
    expect(Math.max(...grown) - Math.min(...grown)).toBeLessThanOrEqual(1)
  })

  test('what AWS would not take at the start is told and left out', () => {
    const odd = reshardScene({ recordDistribution: 'AUTO', warmBytesPerSecond: MIB }, '')
    expect(problems(odd).map(({ factId }) => factId)).toEqual(expect.arrayContaining(['KIN1.14', 'KIN5.08']))
    expect(compile(odd).streams[0]).toMatchObject({ spreadsEvenly: false, onDemand: null })
    const article = setWhere(reshardScene({ capacityMode: 'onDemandStandard' }, ''), { profile: 'article' })
    expect(compile(article).streams[0]!.onDemand).toBeNull()
    expect(problems(article).some(({ factId }) => factId === 'KIN5.02')).toBe(true)
  })
})

describe('what is our assumption', () => {
  test('X-K1 a token bucket saves a second of unused limit; fixed seconds save nothing and begin anew at once', () => {
    // 2,000 records/s, a second of them and a second of none.
    const burst = (throttling: 'bucket' | 'window') => {
      const scenario = reshardScene({ throttling, writeRecordsPerSecond: 1000 }, '', { rate: 2000, durationSeconds: 4 })
      const nodes = scenario.nodes.map((node) =>
        node.kind === 'producer'
          ? {
              ...node,
              ...{ attemptsMax: 1, recordBytes: 10, callsAtOnce: 64, callLatencyMs: 0 },
              ...{ profile: 'onOff' as const, periodSeconds: 2, onShare: 0.5 },
            }
          : node,
      )
      const engine = play({ ...scenario, nodes })
      return [1, 2, 3, 4].map((seconds) => {
        to(engine, seconds - 0.000001)
        return storedIn(engine)
      })
    }
    const [bucket, window] = [burst('bucket'), burst('window')]
    // A second of saved limit and the second itself.
    expect(bucket[0]).toBeGreaterThan(1980)
    expect(window[0]).toBe(1000)
    expect(window[2]! - window[1]!).toBe(1000)
  })

  test('X-K3 2,000 records/s read from a shard are enforced only where a scene says so', () => {
    // 27,000 records wait for a reader that comes after 30 s; 900 more come each second.
    const readBy = (readRecordsPerSecond: number, seconds: number) => {
      const scenario = reshardScene({ readRecordsPerSecond }, '', {
        ...{ rate: 900, durationSeconds: 60, ends: ['stream reader'] },
        nodes: [
          {
            ...defaultNode('application', 'reader', 400, 0),
            ...{ startSeconds: 30, startPosition: 'TRIM_HORIZON', pollIntervalMs: 250, serviceMs: 0.01 },
          },
        ],
      })
      const nodes = scenario.nodes.map((node) => (node.kind === 'producer' ? { ...node, recordBytes: 10 } : node))
      const engine = play({ ...scenario, nodes })
      to(engine, seconds)
      return engine.applications[0]!.deliveries
    }
    expect(readBy(0, 32)).toBeGreaterThan(27_000)
    // The first call goes ahead with a full bucket, and its 10,000 records take it far below: five seconds without.
    expect(readBy(2000, 32)).toBe(10_000)
    expect(readBy(2000, 50)).toBeLessThanOrEqual(10_000 + 2000 * 20)
    expect(readBy(2000, 50)).toBeGreaterThan(30_000)
  })
})
