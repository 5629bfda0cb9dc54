import { expect, test } from 'vitest'
import { createReplayTint } from '../../src/canvas/replayTint.ts'
import type { StagePlan } from '../../src/canvas/stagePlan.ts'
import type { Frame } from '../../src/protocol/frame.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'

const BIN = 250_000
const scenario = { interventions: [{ at: 50e6, node: 'billing', action: 'goTo', to: 30 }] } as unknown as Scenario
/** Gauge 0: index of the caret; gauge 1: the moment of its record. */
const plan = {
  tapes: [
    {
      ...{ shard: 0, folded: false, top: 10, bottom: 70 },
      stream: { geometry: { tapeX: 100, tearX: 412 } },
      readers: [{ id: 'billing', ink: { token: 'r1' }, places: { caretIndex: 0, caretAt: 1 } }],
    },
  ],
  beds: [{ bead: false, unitSeconds: 1, x: 100 }],
} as unknown as StagePlan

test('what a reader that was set back had read is tinted until it has read it again', async () => {
  const asked: { name: string; count: number }[] = []
  const tint = createReplayTint(
    (gauges, _from, step, count) => {
      asked.push(...gauges.map(({ name }) => ({ name, count })))
      // Four records a second, each processed at once, until the step back.
      const index = Array.from({ length: count }, (_, i) => (i * step * 4) / 1e6)
      return Promise.resolve(Float64Array.from([...index, ...index.map((n) => (n / 4) * 1e6)]))
    },
    () => {},
  )
  const arrows: number[] = []
  const rectangles = (nowMicros: number, caretIndex: number, caretAtMicros: number) => {
    const drawn: number[][] = []
    const context = {
      fillRect: (...box: number[]) => drawn.push(box),
      ...{ beginPath() {}, moveTo() {}, lineTo() {}, stroke() {}, fill() {} },
      // The arrow ends where the caret stands.
      bezierCurveTo: (...to: number[]) => arrows.push(to[4]!),
    } as unknown as CanvasRenderingContext2D
    const frame = { gauges: Float64Array.of(caretIndex, caretAtMicros) } as unknown as Frame
    tint.draw(context, frame, plan, [[]], nowMicros, { readers: { r1: '#123456' } } as never)
    return drawn
  }
  const run = { binMicros: BIN }
  tint.follow(scenario, plan, 49e6, run)
  expect(asked).toEqual([])
  tint.follow(scenario, plan, 51e6, run)
  tint.follow(scenario, plan, 51.1e6, run)
  await Promise.resolve()
  expect(asked).toEqual([
    { name: 'caretIndex', count: 201 },
    { name: 'caretAtMicros', count: 201 },
  ])
  // At 0:54 it reads the record of 0:24 again; it had been at that of 0:50: from 4 s to 30 s of age.
  expect(rectangles(54e6, 96, 24e6)).toEqual([[100 + 24, 11, 156, 58]])
  expect(arrows).toEqual([100 + 180])
  expect(rectangles(80e6, 200, 50e6)).toEqual([])
  // Somebody seeks to before the step: nothing has been read yet.
  tint.follow(scenario, plan, 20e6, run)
  expect(rectangles(20e6, 80, 20e6)).toEqual([])
})
