import { describe, expect, it } from 'vitest'
import { createSeriesDesk } from '../../src/state/series.ts'
import { LAYOUT } from './fakeWorker.ts'

function createDesk() {
  const asked: Parameters<Parameters<typeof createSeriesDesk>[0]>[0][] = []
  const desk = createSeriesDesk((ask) => void asked.push(ask))
  desk.begin(LAYOUT)
  return { desk, asked }
}
const STORED = { nodeId: 'stream', name: 'storedTotal' }
const RETAINED = { nodeId: 'stream', name: 'retained', row: 0 }

describe('series', () => {
  it('come back row after row, answers in any order', async () => {
    const { desk, asked } = createDesk()
    const first = desk.request([STORED, RETAINED], 0, 1000, 2)
    const second = desk.request([RETAINED], 0, 1000, 2)
    expect(asked.map((ask) => ask.type === 'series' && ask.gauges)).toEqual([[0, 2], [2]])
    desk.receive(2, Float64Array.of(5, 6))
    desk.receive(1, Float64Array.of(1, 2, 3, 4))
    expect([...(await first)]).toEqual([1, 2, 3, 4])
    expect([...(await second)]).toEqual([5, 6])
  })
  it('have NaN where a gauge is not known, and keep the others in their rows', async () => {
    const { desk } = createDesk()
    const rows = desk.request([{ nodeId: 'gone', name: 'storedTotal' }, STORED], 0, 1000, 2)
    desk.receive(1, Float64Array.of(8, 9))
    expect([...(await rows)]).toEqual([Number.NaN, Number.NaN, 8, 9])
  })
  it('are NaN when the run is over before the answer', async () => {
    const { desk } = createDesk()
    const rows = desk.request([STORED], 0, 1000, 3)
    desk.begin(LAYOUT)
    desk.receive(1, Float64Array.of(1, 2, 3))
    expect([...(await rows)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
  it('ask nothing when nothing can be known', async () => {
    const { desk, asked } = createDesk()
    expect((await desk.request([], 0, 1, 5)).length).toBe(0)
    expect((await desk.request([STORED], 0, 1, 0)).length).toBe(0)
    desk.begin(null)
    expect([...(await desk.request([STORED], 0, 1, 1))]).toEqual([Number.NaN])
    expect(asked).toEqual([])
  })
  it('have NaN at the end when the worker answers with fewer moments', async () => {
    const { desk } = createDesk()
    const rows = desk.request([STORED, RETAINED], 0, 1000, 3)
    desk.receive(1, Float64Array.of(1, 2, 7, 8))
    expect([...(await rows)]).toEqual([1, 2, Number.NaN, 7, 8, Number.NaN])
  })
  it('of records before a moment have a row for each shard, and are NaN when the run is over', async () => {
    const { desk, asked } = createDesk()
    const rows = desk.requestStored('stream', 4000)
    expect(asked).toEqual([{ request: 1, type: 'stored', stream: 'stream', atMicros: 4000 }])
    desk.receive(1, Float64Array.of(12))
    expect([...(await rows)]).toEqual([12])
    const late = desk.requestStored('stream', 4000)
    desk.begin(LAYOUT)
    expect([...(await late)]).toEqual([Number.NaN])
    expect((await desk.requestStored('gone', 4000)).length).toBe(0)
  })
})
