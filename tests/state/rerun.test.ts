import { describe, expect, it } from 'vitest'
import { createRerun } from '../../src/state/rerun.ts'

function createCount() {
  let loads = 0
  const rerun = createRerun(() => void (loads += 1))
  return { rerun, loads: () => loads }
}

describe('running again after edits', () => {
  it('during a drag has at most one load under way, and the newest wins', () => {
    const { rerun, loads } = createCount()
    for (let i = 0; i < 30; i += 1) rerun.request('drag')
    expect(loads()).toBe(1)
    rerun.ended()
    expect(loads()).toBe(2)
    rerun.ended()
    expect(loads()).toBe(2)
  })
  it('a finished edit does not wait', () => {
    const { rerun, loads } = createCount()
    rerun.request('drag')
    rerun.request('drag')
    rerun.request('edit')
    expect(loads()).toBe(2)
    rerun.ended()
    expect(loads()).toBe(2)
  })
  it('the end of another load starts nothing', () => {
    const { rerun, loads } = createCount()
    rerun.ended()
    expect(loads()).toBe(0)
  })
})
