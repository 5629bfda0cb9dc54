import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AT_REST,
  BATCHES_AHEAD,
  grainSeconds,
  grainsOff,
  look,
  ownAge,
  RECORDS_A_CALL,
  type Reading,
  sharedAge,
  workedAge,
} from './reading.ts'

// Rates are drawn, from seeds that stand in the names. A model altered by 5 % must fail the same check, or it would prove nothing.
const SEEDS = [18, 19, 20]
const CASES = 5
const ALTERED_CASES = 2
const ALTERED = 0.95

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const drawn = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T[] => fc.sample(arbitrary, { seed, numRuns: CASES })
const recordsPerSecond = fc.integer({ min: 40, max: 100 })
const recordBytes = fc.integer({ min: 100, max: 5000 })

/** A reading that lacks bandwidth: the shard gives `share` times what comes in. */
const lacksBandwidth = (applications: number, outageSeconds: fc.Arbitrary<number>, share: fc.Arbitrary<number>) =>
  fc.record({ recordsPerSecond, recordBytes, outageSeconds, share }).map(
    ({ share: times, ...rates }): Reading => ({
      ...AT_REST,
      ...rates,
      applications,
      bytesPerSecond: times * rates.recordsPerSecond * rates.recordBytes,
    }),
  )

const slower = (reading: Reading): Reading => ({
  ...reading,
  bytesPerSecond: reading.bytesPerSecond * ALTERED,
  workedPerSecond: reading.workedPerSecond * ALTERED,
})

/** Fractions of a span that begins when the readers come; what was saved up is used by the first of them. */
const along = (from: number, span: number, fractions: readonly number[]) => fractions.map((each) => from + each * span)
const ON_THE_WAY = [0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.2]

/** Every drawn case holds, and none does when the engine plays a slower model than the closed form has. */
function expectForm(
  cases: readonly Reading[],
  closedForm: (reading: Reading, seconds: number) => number,
  momentsOf: (reading: Reading) => number[],
): void {
  for (const reading of cases) {
    expect(grainsOff(reading, closedForm, momentsOf(reading)), JSON.stringify(reading)).toBeLessThanOrEqual(1)
  }
}

function expectAlteredToFail(
  cases: readonly Reading[],
  closedForm: (reading: Reading, seconds: number) => number,
  momentsOf: (reading: Reading) => number[],
): void {
  // Each of them must fail, so that a few say as much as all.
  for (const reading of cases.slice(0, ALTERED_CASES)) {
    const off = grainsOff(reading, closedForm, momentsOf(reading), slower(reading))
    expect(off, JSON.stringify(reading)).toBeGreaterThan(1)
  }
}

describe('W18: one reader comes back and reads at the limit of its shard', () => {
  const cases = (seed: number) => drawn(lacksBandwidth(1, between(60, 120), between(1.3, 2.5)), seed)
  const share = ({ bytesPerSecond, recordsPerSecond: rate, recordBytes: bytes }: Reading) =>
    bytesPerSecond / (rate * bytes)
  const moments = (reading: Reading) => {
    const { outageSeconds } = reading
    const recovery = (outageSeconds - share(reading)) / (share(reading) - 1)
    return [outageSeconds / 2, outageSeconds - 0.001, ...along(outageSeconds, recovery, ON_THE_WAY)]
  }

  test.each(SEEDS)('W18 seed %d: as old as the outage, then younger by what the limit is above the input', (seed) => {
    expectForm(cases(seed), sharedAge, moments)
  })

  test.each(SEEDS)('W18 seed %d: the same check fails when the shard gives 5 % less', (seed) => {
    expectAlteredToFail(cases(seed), sharedAge, moments)
  })
})

describe('W19: several readers come back at once and share the limit', () => {
  const cases = (seed: number) =>
    [2, 3].flatMap((applications) =>
      drawn(lacksBandwidth(applications, between(60, 120), between(1.2, applications)), seed).slice(2),
    )
  /** What comes in is what they get, so that nothing ever changes. */
  const flat = (seed: number) => drawn(lacksBandwidth(2, between(60, 120), fc.constant(2)), seed)
  const moments = ({ outageSeconds }: Reading) => along(outageSeconds, 150, ON_THE_WAY)

  test.each(SEEDS)('W19 seed %d: together they fall behind by what they lack, and recover never', (seed) => {
    expectForm(cases(seed), sharedAge, moments)
  })

  test.each(SEEDS)('W19 seed %d: at twice the input two of them stay as old as they are', (seed) => {
    expectForm(flat(seed), ({ outageSeconds }) => 2 * outageSeconds - 2, moments)
  })

  test.each(SEEDS)('W19 seed %d: the same checks fail when the shard gives 5 % less', (seed) => {
    expectAlteredToFail(cases(seed), sharedAge, moments)
    expectAlteredToFail(flat(seed), ({ outageSeconds }) => 2 * outageSeconds - 2, moments)
  })
})

describe('W19: several come back at once, each with enhanced fan-out', () => {
  const pushed = (reading: Reading): Reading => ({ ...reading, isPushed: true })
  const cases = (seed: number) =>
    [2, 3].flatMap((applications) =>
      drawn(lacksBandwidth(applications, between(60, 120), between(1.3, 2.5)), seed)
        .slice(3)
        .map(pushed),
    )
  const share = ({ bytesPerSecond, recordsPerSecond: rate, recordBytes: bytes }: Reading) =>
    bytesPerSecond / (rate * bytes)
  const moments = (reading: Reading) => {
    const recovery = (reading.outageSeconds - share(reading)) / (share(reading) - 1)
    return along(reading.outageSeconds, recovery, ON_THE_WAY)
  }

  test.each(SEEDS)('W19 seed %d: pushed, each recovers as if it were alone, as in W18', (seed) => {
    expectForm(cases(seed), ownAge, moments)
  })

  test.each(SEEDS)('W19 seed %d: the same check fails when each is given 5 %% less, and when they poll', (seed) => {
    expectAlteredToFail(cases(seed), ownAge, moments)
    for (const reading of cases(seed))
      expect(grainsOff(reading, ownAge, moments(reading), { ...reading, isPushed: false })).toBeGreaterThan(1)
  })
})

describe('W52: readers that have caught up share less than they need', () => {
  const cases = (seed: number) => drawn(lacksBandwidth(3, fc.constant(0), between(1, 2.8)), seed)
  const moments = () => along(0, 200, ON_THE_WAY)

  test.each(SEEDS)('W52 seed %d: three fall behind together by three seconds a second less what they get', (seed) => {
    expectForm(cases(seed), sharedAge, moments)
  })

  test.each(SEEDS)('W52 seed %d: the same check fails when the shard gives 5 % less', (seed) => {
    expectAlteredToFail(cases(seed), sharedAge, moments)
  })

  /** Each is given a little more than what comes in. */
  const pushed = (seed: number) =>
    drawn(lacksBandwidth(3, fc.constant(0), between(1, 1.03)), seed).map((reading) => ({ ...reading, isPushed: true }))

  test.each(SEEDS)('W52 seed %d: pushed, all three are caught up all the time', (seed) => {
    expectForm(pushed(seed), () => 0, moments)
  })

  test.each(SEEDS)('W52 seed %d: the same check fails when each is given 5 %% less, and when they poll', (seed) => {
    expectAlteredToFail(pushed(seed), () => 0, moments)
    for (const reading of pushed(seed))
      expect(grainsOff(reading, () => 0, moments(), { ...reading, isPushed: false })).toBeGreaterThan(1)
  })
})

describe('W20: a reader that works less than what comes in', () => {
  const arbitrary = fc
    .record({ recordsPerSecond, share: between(0.5, 0.9), retentionSeconds: fc.integer({ min: 40, max: 100 }) })
    .map(({ share, ...rates }): Reading => ({ ...AT_REST, ...rates, workedPerSecond: share * rates.recordsPerSecond }))
  const cases = (seed: number) => drawn(arbitrary, seed)
  const growth = ({ workedPerSecond, recordsPerSecond: rate }: Reading) => 1 - workedPerSecond / rate
  const untilLoss = (reading: Reading) => reading.retentionSeconds / growth(reading)
  const moments = (reading: Reading) => along(0, untilLoss(reading), [0.1, 0.25, 0.5, 0.75, 0.9, 0.99])

  test.each(SEEDS)('W20 seed %d: ages by the share that it lacks', (seed) => {
    expectForm(cases(seed), workedAge, moments)
  })

  test.each(SEEDS)(
    'W20 seed %d: passes half of the retention after half of the time, and loses first after all of it',
    (seed) => {
      for (const reading of cases(seed)) {
        const alarm = untilLoss(reading) / 2
        const grain = grainSeconds(reading) / growth(reading)
        // What it has fetched ahead of its work cannot expire any more, so that the first loss is a little later.
        const ahead = ((BATCHES_AHEAD + 1) * RECORDS_A_CALL) / reading.recordsPerSecond / growth(reading)
        const [before, after, kept, lost] = look(reading, [
          alarm - grain,
          alarm + grain,
          untilLoss(reading) - 0.001,
          untilLoss(reading) + ahead + grain,
        ])
        expect(before!.ageSeconds[0]!).toBeLessThan(reading.retentionSeconds / 2)
        expect(after!.ageSeconds[0]!).toBeGreaterThan(reading.retentionSeconds / 2)
        expect(kept!.lostUnread).toBe(0)
        expect(lost!.lostUnread).toBeGreaterThan(0)
      }
    },
  )

  test.each(SEEDS)('W20 seed %d: the same check fails when its work takes 5 % longer', (seed) => {
    expectAlteredToFail(cases(seed), workedAge, moments)
  })
})

describe('W55: capacity that a reader needs to catch up within a time', () => {
  const arbitrary = fc
    .record({ recordsPerSecond, outageSeconds: between(20, 90), within: between(30, 200) })
    .map(({ within, ...rates }) => {
      const workedPerSecond = (1 + rates.outageSeconds / within) * rates.recordsPerSecond
      return { reading: { ...AT_REST, ...rates, workedPerSecond }, within }
    })
  const cases = (seed: number) => drawn(arbitrary, seed)

  test.each(SEEDS)('W55 seed %d: (1 + Y/X) times the input has caught up after X, in a straight line', (seed) => {
    for (const { reading, within } of cases(seed)) {
      expectForm([reading], workedAge, () => along(reading.outageSeconds, within, ON_THE_WAY))
    }
  })

  test.each(SEEDS)('W55 seed %d: the same check fails when its work takes 5 % longer', (seed) => {
    for (const { reading, within } of cases(seed)) {
      expectAlteredToFail([reading], workedAge, () => along(reading.outageSeconds, within, ON_THE_WAY))
    }
  })
})
