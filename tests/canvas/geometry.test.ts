import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted } from '../../src/canvas/fitting.ts'
import { sceneOf, sizeOf } from '../../src/canvas/geometry.ts'
import { grainPlace, queueGeometry } from '../../src/canvas/queueGeometry.ts'
import { streamRibbons } from '../../src/canvas/ribbons.ts'
import { around, sceneBoxes } from '../../src/canvas/sceneBoxes.ts'
import { firstShards } from '../../src/canvas/shownShards.ts'
import { hashY, nudged, streamGeometry } from '../../src/canvas/streamGeometry.ts'
import { placeOn, wayThrough } from '../../src/canvas/ways.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'

const sceneFor = (scenario: Scenario) => sceneOf({ scenario, positions: new Map(), layout: null, folded: new Map() })

test('key beads are nudged apart by at least 18 px and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 60, max: 560, noNaN: true }), { minLength: 1, maxLength: 7 }), (places) => {
      const drawn = nudged(places, 60, 560)
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b)
      for (let i = 1; i < order.length; i++)
        expect(drawn[order[i]!]! - drawn[order[i - 1]!]!).toBeGreaterThan(18 - 1e-9)
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(60 - 1e-9)
      expect(Math.max(...drawn)).toBeLessThanOrEqual(560 + 1e-9)
    }),
  )
})

test('a key stands inside the stretch of its shard, in order of its hash', () => {
  const geometry = streamGeometry({
    shards: firstShards(6),
    readers: 2,
    tapeSeconds: 52,
    bead: false,
    folded: [false, true, true, false, true, false],
  })
  const ranges = firstShards(6)
  let before = -1
  for (let i = 0; i < 600; i++) {
    const y = hashY(geometry, ranges, i / 600)
    const row = geometry.shards[Math.floor(i / 100)]!
    expect(y).toBeGreaterThanOrEqual(row.top)
    expect(y).toBeLessThanOrEqual(row.bottom)
    expect(y).toBeGreaterThan(before)
    before = y
  }
})

test.each([
  [0, 0],
  [1, 1],
  [1, 0],
  [3, 3],
  [3, 1],
  [6, 4],
])('tapes, rails and gates of a stream do not overlap: %d readers, %d of them poll', (readers, pollers) => {
  for (const bead of [false, true]) {
    const input = { shards: firstShards(4), readers, pollers, tapeSeconds: 52, bead, folded: [] }
    const { shards, axisY, height } = streamGeometry(input)
    shards.forEach((row, k) => {
      const gateEnd = row.readGate.y + row.readGate.height
      if (pollers > 0) for (const y of row.rails.slice(pollers)) expect(y).toBeGreaterThan(gateEnd + 4)
      expect(row.titleY).toBeLessThan(row.tapeTop)
      expect(row.rails).toHaveLength(readers)
      for (const y of row.rails) expect(y).toBeGreaterThan(row.tapeBottom + 8)
      expect(Math.max(row.readGate.y + row.readGate.height, ...row.rails)).toBeLessThanOrEqual(row.bottom)
      expect(shards[k + 1]?.top ?? axisY).toBeGreaterThanOrEqual(row.bottom)
    })
    expect(axisY).toBeLessThan(height)
  }
})

test('every place in a bag lies inside it, and beads do not touch', () => {
  const geometry = queueGeometry()
  const { bag } = geometry
  const all = [...geometry.waitingPlaces, ...geometry.receivedPlaces]
  all.forEach((a, i) => {
    expect(a.x - 8).toBeGreaterThan(bag.x)
    expect(a.x + 8).toBeLessThan(bag.x + bag.width)
    for (const b of all.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(16)
  })
  for (const index of [0, 1, geometry.grainCapacity - 1]) {
    const at = grainPlace(geometry, index)
    expect(at.x).toBeGreaterThan(bag.x)
    expect(at.x).toBeLessThan(bag.x + bag.width)
    expect(at.y).toBeGreaterThan(bag.y)
    expect(at.y).toBeLessThan(bag.y + bag.height)
  }
})

test('a way has equal steps', () => {
  const way = wayThrough([
    { x: 0, y: 0 },
    { x: 30, y: 40 },
    { x: 30, y: 190 },
  ])
  expect(way.length).toBe(200)
  expect(placeOn(way, 0.25)).toMatchObject({ x: 30, y: 40 })
  expect(placeOn(way, 0.5).y).toBeCloseTo(90, 3)
  expect(placeOn(way, 2)).toMatchObject({ x: 30, y: 190 })
})

describe('ribbons', () => {
  const scene = sceneFor(builtIn('two-shards')!)
  const [id, stream] = [...scene.streams][0]!
  const producer = [...scene.producers.keys()][0]!

  test('are 15 px wide for 1,000 records a second, and thin but present without any', () => {
    const { ribbons } = streamRibbons(scene, stream, [producer], [{ producer, shard: 0, paint: 7, rate: 1000 }])
    const widths = new Map(ribbons.map((ribbon) => [ribbon.key, ribbon.width]))
    expect(widths.get(`${producer}.0.7`)).toBe(15)
    expect(widths.get(`${producer}.1.7`)).toBeGreaterThan(1)
    expect(id).toBe(stream.node.id)
  })

  test('shrink together rather than grow out of the picture', () => {
    const flows = [0, 1].map((shard) => ({ producer, shard, paint: 7, rate: 20_000 * (shard + 1) }))
    const { ribbons } = streamRibbons(scene, stream, [producer], flows)
    const [a, b] = [0, 1].map((shard) => ribbons.find((ribbon) => ribbon.key === `${producer}.${shard}.7`)!.width)
    expect(a! + b!).toBeLessThanOrEqual(53)
    expect(b! / a!).toBeCloseTo(2, 1)
  })

  test('end in the gate of their shard', () => {
    const { way } = streamRibbons(scene, stream, [producer], [])
    for (const shard of [0, 1]) {
      const end = placeOn(way(producer, shard, 7)!, 1)
      const row = stream.geometry.shards[shard]!
      expect(end.x).toBeCloseTo(stream.x + stream.geometry.tapeX, 3)
      expect(end.y).toBeGreaterThan(stream.y + row.tapeTop)
      expect(end.y).toBeLessThan(stream.y + row.tapeBottom)
    }
  })
})

test.each(LIBRARY.map(({ id }) => id))('%s: nodes do not overlap and the whole scene fits the stage', (id) => {
  const scenario = builtIn(id)!
  const scene = sceneFor(scenario)
  const boxes = scenario.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, ...sizeOf(scene, node.id) }))
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      expect(apart, `${a.id} and ${b.id}`).toBe(true)
    }
  })
  for (const stage of [
    // What is left on a projector of 1024 x 768.
    { width: 488, height: 504 },
    { width: 744, height: 500 },
    { width: 904, height: 636 },
    { width: 1272, height: 784 },
  ]) {
    const view = fitted(scene, stage, false)
    for (const box of boxes) {
      expect(box.x * view.zoom + view.x).toBeGreaterThanOrEqual(0)
      expect((box.x + box.width) * view.zoom + view.x).toBeLessThanOrEqual(stage.width)
      expect(box.y * view.zoom + view.y).toBeGreaterThanOrEqual(0)
      expect((box.y + box.height) * view.zoom + view.y).toBeLessThanOrEqual(stage.height)
    }
  }
})

test('what stands around a scene of notes alone is a box, and around nothing there is none', () => {
  const note = (id: string, x: number) => ({ id, kind: 'note', name: id, x, y: 40, text: 'One line' }) as const
  const { nodes: _, ...others } = builtIn('one-shard')!
  const scene = sceneFor({ ...others, links: [], nodes: [note('a', 0), note('b', 300)] })
  expect(around(sceneBoxes(scene).values())).toEqual({ x: 0, y: 40, width: 520, height: 40 })
  expect(around([])).toBeNull()
})
