import { describe, expect, test } from 'vitest'
import * as bags from '../../src/canvas/bags.ts'
import { countDrawn } from '../../src/canvas/countDrawn.ts'
import { createPlacing } from '../../src/canvas/drawStage.ts'
import { flowRates } from '../../src/canvas/flowRates.ts'
import { gaugePlace, valueAt } from '../../src/canvas/gaugePlaces.ts'
import { sceneOf } from '../../src/canvas/geometry.ts'
import { readerInks } from '../../src/canvas/readerInk.ts'
import { streamRibbons } from '../../src/canvas/ribbons.ts'
import { newMemory } from '../../src/canvas/stagePicture.ts'
import { stagePlan } from '../../src/canvas/stagePlan.ts'
import { travelMicros } from '../../src/canvas/tapeUnit.ts'
import type { Frame } from '../../src/protocol/frame.ts'
import { HEADER } from '../../src/protocol/frame.ts'
import { type Run, runOf, scenarioOf } from './frameAt.ts'

function pictureOf(run: Run, frame: Frame, speed: number) {
  const { scenario, layout } = run
  const scene = sceneOf({ scenario, positions: new Map(), layout, folded: new Map() })
  const rates = flowRates(frame, layout)
  const producers = [...scene.producers.keys()]
  const ribbons = new Map(
    [...scene.streams].map(
      ([id, stream]) => [id, streamRibbons(scene, stream, producers, rates.attempts.get(id) ?? [])] as const,
    ),
  )
  const plan = stagePlan({ scene, layout, inks: readerInks(scenario), ribbons })
  const travel = travelMicros(speed, false)
  const nowMicros = frame.header[HEADER.nowMicros] ?? 0
  const moment = { nowMicros, travelMicros: travel, shiftMicros: 0, reduced: false }
  return { plan, moment, picture: createPlacing()(frame, plan, moment, newMemory(), null, new Map(), bags) }
}

/** What each producer has in each store, by the engine's own counters. */
function storedBy(run: Run, frame: Frame): Map<string, number> {
  const stored = new Map<string, number>()
  for (const node of run.layout.nodes) {
    if (node.kind !== 'producer') continue
    node.targets.forEach((store, row) => {
      stored.set(`${node.id}>${store}`, valueAt(frame.gauges, gaugePlace(node, 'storedTotal', row)))
    })
  }
  return stored
}

const SCENES = [
  ['one-shard', {}],
  ['two-shards', {}],
  ['two-shards', { producer: { rate: 4000 } }],
  ['many-readers', {}],
  ['slow-reader', {}],
  ['taking-turns', {}],
  ['same-traffic', {}],
  ['same-traffic', { producer: { rate: 900 } }],
] as const

describe('what is drawn agrees with the engine', () => {
  for (const [id, change] of SCENES) {
    const run = runOf(scenarioOf(id, change))
    test.each([0.3, 1, 2.71, 9.99, 31])(
      `${id} ${JSON.stringify(change)} at %d s: link plus store is the stored total, within one dot`,
      (seconds) => {
        const frame = run.frameAt(seconds, 60)
        const stored = storedBy(run, frame)
        for (const speed of [0.25, 1, 4]) {
          const { picture } = pictureOf(run, frame, speed)
          for (const count of countDrawn(picture, run.layout)) {
            const engine = stored.get(`${count.from}>${count.to}`) ?? Number.NaN
            const off = Math.abs(count.onLink + count.inStore - engine)
            expect(off, `${count.from}>${count.to} at speed ${speed}`).toBeLessThan(Math.max(1, count.recordsPerDot))
          }
        }
      },
    )
  }

  test('the bag holds what the queue holds, less what is still on the link, within one dot', () => {
    const run = runOf(scenarioOf('same-traffic', { producer: { rate: 900 }, packers: { serviceMs: 900 } }))
    const queue = run.layout.nodes.find((node) => node.kind === 'queue')
    for (const seconds of [2, 7.5, 20]) {
      const frame = run.frameAt(seconds, 60)
      const { picture, plan } = pictureOf(run, frame, 1)
      const bag = plan.bags[0]
      if (bag === undefined || queue === undefined) throw new Error('no bag')
      const held =
        valueAt(frame.gauges, gaugePlace(queue, 'visible')) + valueAt(frame.gauges, gaugePlace(queue, 'inFlight'))
      const { x, y, geometry } = bag.queue
      let inBag = 0
      for (let i = 0; i < picture.grains.count; i++) {
        const gx = (picture.grains.x[i] ?? 0) - x
        const gy = (picture.grains.y[i] ?? 0) - y
        const { bag: box } = geometry
        if (gx > box.x + 11 && gx < box.x + box.width && gy > box.y && gy < box.y + box.height)
          inBag += bag.queue.perDot
      }
      const travelling = bag.storedTracks.reduce((sum, t) => sum + (picture.onLink[t] ?? 0), 0) * bag.queue.perDot
      const room = geometry.grainCapacity * bag.queue.perDot
      expect(Math.abs(Math.min(held - travelling, room) - inBag)).toBeLessThan(bag.queue.perDot)
    }
  })

  test('a dot is drawn late, never early: nothing is in a tape before it has travelled', () => {
    const run = runOf(scenarioOf('two-shards'))
    const frame = run.frameAt(12.34, 60)
    const { picture, moment } = pictureOf(run, frame, 1)
    let travelling = 0
    const count = frame.header[HEADER.dotCount] ?? 0
    for (let i = 0; i < count; i++) {
      const track = run.layout.tracks[frame.dotTrack[i] ?? 0]
      if (track?.kind === 'stored' && moment.nowMicros - (frame.dotAtMicros[i] ?? 0) < moment.travelMicros) travelling++
    }
    expect(travelling).toBeGreaterThan(3)
    expect(picture.onLink.reduce((a, b) => a + b, 0)).toBe(travelling)
  })
})
