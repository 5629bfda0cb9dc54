import { describe, expect, test } from 'vitest'
import { ageingPerSecond, type Flow, forecast } from '../../src/review/forecast.ts'
import { catchUpFactor } from '../../src/review/sizing.ts'

const DAY = 86_400
/** 1 MiB/s of records of 4,096 B. */
const RATE = 256
const flow = (more: Partial<Flow>): Flow => ({
  ...{ backlog: 0, ageSeconds: 0, inPerSecond: RATE, outPerSecond: RATE, fullPerSecond: 2 * RATE },
  retentionSeconds: DAY,
  ...more,
})
const hours = (seconds: number | null) => (seconds ?? Number.NaN) / 3600

describe('a forecast', () => {
  test('W18 an hour behind, read at twice the rate: an hour until it is caught up, a second younger every second', () => {
    const behind = flow({ backlog: 3600 * RATE, ageSeconds: 3600, outPerSecond: 2 * RATE })
    expect(forecast(behind)).toEqual({ drain: 3600, loss: null, noReturn: null })
    expect(ageingPerSecond({ ...behind, inPerSecond: 0 })).toBe(-1)
  })
  test('W19 two that recover share the limit: as much is done as comes in, and neither catches up', () => {
    const flat = flow({ backlog: 3600 * RATE, ageSeconds: 3600 })
    expect(forecast(flat)).toEqual({ drain: null, loss: null, noReturn: null })
    expect(ageingPerSecond(flat)).toBe(0)
  })
  test('W20 four fifths of what comes in: 0.2 s older every second, first loss after 120 hours', () => {
    const slow = flow({ outPerSecond: 0.8 * RATE })
    expect(ageingPerSecond(slow)).toBeCloseTo(0.2, 12)
    expect(hours(forecast(slow).loss)).toBeCloseTo(120, 9)
    expect(hours(forecast({ ...slow, retentionSeconds: DAY / 2 }).loss)).toBeCloseTo(60, 9)
    // The same after a day of it.
    const later = { ...slow, backlog: 0.2 * RATE * DAY, ageSeconds: 0.2 * DAY }
    expect(hours(forecast(later).loss)).toBeCloseTo(96, 9)
  })
  test('W52 a third of what comes in is left: 20 s older after a minute', () => {
    expect(60 * ageingPerSecond(flow({ outPerSecond: (2 / 3) * RATE }))).toBeCloseTo(20, 9)
  })
  test('W55 what is needed to catch up an outage within a time takes just that time', () => {
    const [outage, within] = [1800, 600]
    const outPerSecond = catchUpFactor(outage, within) * RATE
    expect(forecast(flow({ backlog: outage * RATE, ageSeconds: outage, outPerSecond })).drain).toBeCloseTo(within, 9)
  })
  test('there is no return once the backlog is more than full speed works off within the retention time', () => {
    const stopped = flow({ outPerSecond: 0, fullPerSecond: 1.25 * RATE })
    // 1.25 r x R - r t = 0 is later than the first loss: at R everything is still saved by a reader that starts then.
    expect(forecast(stopped)).toEqual({ drain: null, loss: DAY, noReturn: DAY })
    // A burst lies eight times as dense as full speed can work it off.
    const burst = flow({ backlog: 10 * RATE * DAY, ageSeconds: DAY / 10, outPerSecond: 0, fullPerSecond: 1.25 * RATE })
    expect(forecast(burst).noReturn).toBe(0)
    expect(forecast({ ...stopped, fullPerSecond: 0.9 * RATE }).noReturn).toBe(0)
    expect(forecast({ ...stopped, fullPerSecond: null }).noReturn).toBeNull()
  })
  test('nothing waits: nothing is lost, and a hair of a difference is no trend', () => {
    expect(forecast(flow({}))).toEqual({ drain: 0, loss: null, noReturn: null })
    expect(forecast(flow({ backlog: 100, ageSeconds: 0.4, outPerSecond: 0.995 * RATE })).drain).toBeNull()
  })
})
