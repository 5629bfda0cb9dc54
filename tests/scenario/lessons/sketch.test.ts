import { expect, test } from 'vitest'
import { createEngine } from '../../../src/engine/index.ts'
import { LESSONS } from '../../../src/scenario/course/catalogue.ts'
import { emptySketch, parseDrawn, RUN_POINTS, type Sketch, scoreOf } from '../../../src/scenario/course/sketch.ts'
import { stepScene } from '../../../src/scenario/course/stepScene.ts'
import { loadBuiltIn } from '../../../src/scenario/index.ts'
import { gaugeIndex } from '../../../src/state/gaugeReader.ts'
import { compile } from '../../../src/worker/compile.ts'
import { layoutOf } from '../../../src/worker/layout.ts'
import { seriesOf } from '../../../src/worker/series.ts'

const curve: Sketch = {
  is: 'curve',
  question: '',
  node: 'n',
  gauge: 'g',
  unit: 's',
  to: 100,
  untilSeconds: 60,
}
const rising = Array.from({ length: RUN_POINTS + 1 }, (_, i) => i)

test('a curve is scored by its mean distance, and told where the two part', () => {
  const { seconds } = emptySketch(curve)
  expect(scoreOf(curve, { seconds, values: seconds }, rising)).toMatchObject({
    distance: 0,
    words: 'You drew what happens.',
  })
  const near = scoreOf(curve, { seconds, values: seconds.map((one) => one + 10) }, rising)
  expect(near).toMatchObject({ distance: 10, words: 'Nearly: 10 s beside it on average. Most at 0:10.' })
  const flat = scoreOf(curve, { seconds, values: seconds.map(() => 0) }, rising)
  expect(flat).toMatchObject({ distance: 35, apartSeconds: 60 })
})

test('a point is scored by when and how high', () => {
  const point: Sketch = { ...curve, is: 'point' }
  const score = (seconds: number, value: number) =>
    scoreOf(point, { seconds: [seconds], values: [value] }, rising).words
  expect(score(60, 60)).toBe('The highest is 60 s at 1:00. You drew what happens.')
  expect(score(20, 60)).toContain('A brave guess')
})

test('what is kept of a sketch is parsed', () => {
  const own = { ...emptySketch(curve), values: [1, 2, 3, 4, 5, 6] }
  expect(parseDrawn(JSON.parse(JSON.stringify(own)), curve)).toEqual(own)
  for (const bad of [
    null,
    5,
    {},
    { seconds: [1], values: [1] },
    { ...own, values: [1, 2, 3, 4, 5, 1e9] },
    { ...own, values: 'x' },
  ])
    expect(parseDrawn(bad, curve)).toBeNull()
})

test('every sketch of a lesson is answered by its run, within the chart', async () => {
  let count = 0
  for (const entry of LESSONS)
    for (const step of (await entry.load()).steps) {
      if (step.sketch === undefined) continue
      count += 1
      const { node, gauge, row, times = 1, to, untilSeconds } = step.sketch
      expect(step.check).toEqual({ is: 'guess', beyondSeconds: untilSeconds })
      const scene = await loadBuiltIn(step.scene)
      if (scene === null) throw new Error(step.scene)
      const scenario = stepScene(scene, step)
      const engine = createEngine(compile(scenario), scenario.seed)
      engine.run(untilSeconds * 1e6 + 1e6, Infinity)
      const layout = layoutOf(
        scenario.nodes.map(({ id }) => id),
        engine,
      )
      const at = gaugeIndex(
        layout.nodes.find(({ id }) => id === node),
        gauge,
        row,
      )
      const stepMicros = Math.round((untilSeconds * 1e6) / RUN_POINTS)
      const run = [...seriesOf(engine, { gauges: [at], fromMicros: 0, stepMicros, count: RUN_POINTS + 1 })].map(
        (one) => one * times,
      )
      expect(run.some(Number.isNaN)).toBe(false)
      expect(Math.max(...run)).toBeLessThanOrEqual(to)
      expect(Math.max(...run)).toBeGreaterThan(to / 4)
    }
  expect(count).toBeGreaterThanOrEqual(2)
})
