import { describe, expect, it } from 'vitest'
import { createStreams, minusLog, nextUint32, nextUnit } from './draws.ts'

describe('chance of the bench', () => {
  it('minusLog agrees with Math.log to a few units in the last place', () => {
    const streams = createStreams(1, 7)
    const edges = [0, 1, 2, 0x7ffffffe, 0x7fffffff, 0x80000000, 0xb504f333, 0xfffffffe, 0xffffffff]
    for (const bits of [...edges, ...Array.from({ length: 20_000 }, () => nextUint32(streams, 0))]) {
      const exact = -Math.log((bits + 1) * 2 ** -32)
      expect(Math.abs(minusLog(bits) - exact), `bits ${bits}`).toBeLessThanOrEqual(1e-15 * Math.max(1, exact))
    }
  })

  it('streams of one seed differ and are even', () => {
    const streams = createStreams(2, 7)
    expect(nextUint32(streams, 0)).not.toBe(nextUint32(streams, 1))
    let sum = 0
    for (let i = 0; i < 100_000; i++) sum += nextUnit(streams, 1)
    expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan(0.004)
  })
})
