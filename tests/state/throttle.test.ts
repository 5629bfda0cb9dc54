import { describe, expect, it } from 'vitest'
import { throttle } from '../../src/state/throttle.ts'
import { createFakePlatform } from './fakePlatform.ts'

function createThrottle() {
  const page = createFakePlatform()
  let runs = 0
  const throttled = throttle(() => void (runs += 1), 500, page.platform.nowMs, page.platform.later)
  return { page, throttled, runs: () => runs }
}

describe('at most so often', () => {
  it('runs at once, then makes up for the rest at the end', () => {
    const { page, throttled, runs } = createThrottle()
    throttled.ask()
    throttled.ask()
    throttled.ask()
    expect(runs()).toBe(1)
    page.pass(499)
    expect(runs()).toBe(1)
    page.pass(1)
    expect(runs()).toBe(2)
    page.pass(5000)
    expect(runs()).toBe(2)
  })
  it('at most twice a second, however often it is asked', () => {
    const { page, throttled, runs } = createThrottle()
    for (let i = 0; i < 999; i += 1) {
      throttled.ask()
      page.pass(10)
    }
    expect(runs()).toBe(20)
  })
  it('now leaves nothing over', () => {
    const { page, throttled, runs } = createThrottle()
    throttled.ask()
    throttled.ask()
    throttled.now()
    expect(runs()).toBe(2)
    page.pass(5000)
    expect(runs()).toBe(2)
  })
})
