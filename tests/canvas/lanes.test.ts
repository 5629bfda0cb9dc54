import { expect, test } from 'vitest'
import { gaugePlace, nodeOf, valueAt } from '../../src/canvas/gaugePlaces.ts'
import { laneDrawing, laneMarks } from '../../src/canvas/kinds/laneDrawing.ts'
import { PAINT_COUNT } from '../../src/protocol/frame.ts'
import { seenId } from '../../src/protocol/layout.ts'
import { orderInFifo } from '../../src/scenario/library/orderInFifo.ts'
import { runOf } from './frameAt.ts'

const VISIBILITY = 40
const BOX = { x: 0, y: 0, width: 284, height: 120 }

function lanesOf(messagesPerCall: number) {
  const change: Partial<Record<string, object>> = {
    queue: { visibilityTimeoutSeconds: VISIBILITY },
    workers: { serviceMs: 2500, messagesPerCall },
  }
  const nodes = orderInFifo.nodes.map((node) => ({ ...node, ...change[node.id] }) as typeof node)
  const { layout, frameAt } = runOf({ ...orderInFifo, nodes })
  return (seconds: number) => {
    const frame = frameAt(seconds, 10)
    const read = (id: string) => (name: string) => valueAt(frame.gauges, gaugePlace(nodeOf(layout, id), name))
    return laneDrawing(BOX, read('queue'), read(seenId('queue')))
  }
}

test.each([1, 2])('SQS.05 a ring of a lane is what its message has left of the timeout, %d a call', (perCall) => {
  const at = lanesOf(perCall)
  const moments = Array.from({ length: 40 }, (_, i) => at(20 + i / 10))
  let begun = 0
  for (const [i, { lanes }] of moments.entries()) {
    const told = new Set<number>()
    for (const { paint, inFlight, left, waiting, inFlightNumbers, waitingNumbers } of lanes) {
      expect(left).toHaveLength(inFlight)
      expect(inFlightNumbers).toHaveLength(inFlight)
      expect(waitingNumbers).toHaveLength(waiting)
      const numbers = [...inFlightNumbers, ...waitingNumbers]
      // FIFO.08: what is in flight came before what waits; each key of the list comes in its turn, at random.
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      for (const number of numbers) expect(told.has(number)).toBe(false)
      for (const number of numbers) told.add(number)
      const before = moments[i - 1]?.lanes.find((lane) => lane.paint === paint)
      left.forEach((share, nth) => {
        expect(share).toBeGreaterThan(0)
        const was = before?.left[nth]
        // The same receive goes on, or another one has begun since.
        if (was === undefined || before?.left.length !== left.length || share > was)
          begun += Number(was === undefined || share > was)
        else expect(was - share).toBeCloseTo(0.1 / VISIBILITY, 6)
        if (was !== undefined && share > was) expect(share).toBeGreaterThan(1 - 0.11 / VISIBILITY)
      })
    }
  }
  expect(begun).toBeGreaterThan(3)
})

test.each([1, 2, 4, 6, PAINT_COUNT])(
  'rings of %d lanes keep inside of their lane, and off the bar and each other',
  (count) => {
    const amount = (name: string) => (/(\d)$/.exec(name)?.[1] ?? '9') < String(count)
    const drawing = laneDrawing(
      BOX,
      (name) => (amount(name) ? 2 : 0),
      () => 0.5,
    )
    expect(drawing.lanes).toHaveLength(count)
    const [{ ring, step, barX, radius }, marks] = [drawing, laneMarks(drawing, 0)]
    const [first, second] = marks.filter(({ isInFlight }) => isInFlight).map(({ x }) => x)
    if (radius === 0) return
    expect(ring + 1).toBeLessThanOrEqual(step / 2)
    expect(first! - ring - 1).toBeGreaterThan(barX + 1.25)
    expect(second! - first!).toBeGreaterThan(2 * ring + 2)
    expect(second! + ring + 1).toBeLessThan(BOX.width - 16)
  },
)
