import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BagSetting, createBag, type QueueBead } from '../../src/canvas/bagBeads.ts'
import { settleGrains } from '../../src/canvas/bagGrains.ts'
import { queueGeometry } from '../../src/canvas/queueGeometry.ts'
import { shareOut } from '../../src/canvas/shareOut.ts'

const { waitingPlaces, receivedPlaces } = queueGeometry()
const setting = (nowSeconds: number): BagSetting => ({
  ...{
    nowMicros: nowSeconds * 1e6,
    travelMicros: 600_000,
    shiftMicros: 240_000,
    visibilityMicros: 30e6,
    waitingPlaces,
    receivedPlaces,
  },
  slots: [
    { x: 420, y: 60 },
    { x: 420, y: 180 },
  ],
  ends: [],
  entry: { x: 28, y: 161 },
})
const waiting = (record: number, sentSeconds: number): QueueBead => ({
  ...{
    record,
    paint: 1,
    received: false,
    deadlineMicros: 0,
    worker: -1,
    receiveCount: 0,
    sentAtMicros: sentSeconds * 1e6,
  },
})
const received = (record: number, sentSeconds: number, atSeconds: number): QueueBead => ({
  ...waiting(record, sentSeconds),
  ...{ received: true, deadlineMicros: (atSeconds + 30) * 1e6, worker: 1, receiveCount: 1 },
})

describe('beads in a bag', () => {
  test('a message is in the bag once it has travelled, and stays where it is', () => {
    const bag = createBag()
    expect(bag([waiting(4, 10)], setting(10.5)).beads).toHaveLength(0)
    // It comes in at the left and glides to its place.
    const entering = bag([waiting(4, 10)], setting(10.61)).beads[0]
    const [first] = bag([waiting(4, 10)], setting(10.9)).beads
    expect(Math.hypot(entering!.x - 28, entering!.y - 161)).toBeLessThan(Math.hypot(first!.x - 28, first!.y - 161) / 10)
    const [later] = bag([waiting(4, 10), waiting(5, 10.1), waiting(6, 10.2)], setting(11)).beads
    expect(first).toBeDefined()
    expect(later).toMatchObject({ x: first!.x, y: first!.y, ghost: false })
  })

  test('a received one becomes a ghost whose ring empties, and its copy travels to the worker', () => {
    const bag = createBag()
    bag([waiting(4, 5)], setting(10))
    const at = bag([received(4, 5, 10.1)], setting(10.4))
    expect(at.beads[0]).toMatchObject({ ghost: true })
    expect(at.beads[0]!.ring).toBeCloseTo((30 - 0.3) / 30, 5)
    expect(at.leaving).toHaveLength(1)
    expect(at.arrived).toHaveLength(0)
    const then = bag([received(4, 5, 10.1)], setting(10.8))
    expect(then.leaving).toHaveLength(0)
    expect(then.arrived).toEqual([{ worker: 1, record: 4, paint: 1, isAgain: false }])
  })

  test('a message that is received before it could be seen arriving is drawn late, never early', () => {
    const bag = createBag()
    expect(bag([received(4, 10, 10.05)], setting(10.4)).beads).toHaveLength(0)
    const at = bag([received(4, 10, 10.05)], setting(10.7))
    expect(at.leaving).toHaveLength(1)
    expect(bag([received(4, 10, 10.05)], setting(11.3)).arrived).toHaveLength(1)
  })

  test('a copy on its way arrives although the message is deleted meanwhile', () => {
    const bag = createBag()
    bag([received(4, 5, 10)], setting(10.2))
    expect(bag([], setting(10.4)).leaving).toHaveLength(1)
    expect(bag([], setting(10.7)).leaving).toHaveLength(0)
  })

  test('what is deleted leaves a check at its worker for as long as a way takes; what comes back leaves none', () => {
    const bag = createBag()
    bag([received(4, 5, 10)], setting(10.1))
    bag([received(4, 5, 10)], setting(10.9))
    expect(bag([], setting(11)).done).toMatchObject([{ worker: 1, record: 4 }])
    expect(bag([], setting(11.5)).done).toHaveLength(1)
    expect(bag([], setting(11.7)).done).toHaveLength(0)

    bag([received(5, 5, 12)], setting(12.1))
    bag([received(5, 5, 12)], setting(12.9))
    expect(bag([waiting(5, 5)], setting(13)).done).toHaveLength(0)
    const again = { ...received(5, 5, 13.1), receiveCount: 2 }
    expect(bag([again], setting(13.2)).leaving).toMatchObject([{ isAgain: true }])
  })

  test('the line to a worker that died stays until the ring is empty', () => {
    const bag = createBag()
    bag([received(4, 5, 10)], setting(10.2))
    const held = { ...received(4, 5, 10), worker: -1 }
    expect(bag([held], setting(11)).beads).toMatchObject([{ ghost: true, worker: 1 }])
  })

  test('after a jump in time nothing is remembered', () => {
    const bag = createBag()
    bag([received(4, 5, 10)], setting(10.2))
    expect(bag([waiting(4, 5)], setting(9)).leaving).toHaveLength(0)
    expect(bag([waiting(4, 5)], setting(9.1)).beads).toMatchObject([{ ghost: false }])
  })
})

describe('grains in a bag', () => {
  test('dots are shared out exactly, each within one of its part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 16 }), fc.nat(2000), (counts, total) => {
        const sum = counts.reduce((a, b) => a + b, 0)
        const shared = shareOut(counts, total)
        expect(shared.reduce((a, b) => a + b, 0)).toBe(sum > 0 ? total : 0)
        shared.forEach((dots, i) => expect(Math.abs(dots - (sum > 0 ? (counts[i]! * total) / sum : 0))).toBeLessThan(1))
      }),
    )
  })

  test('settling gives the wanted numbers and leaves most grains where they are', () => {
    const counts = (slots: number[]) =>
      Array.from({ length: 16 }, (_, code) => slots.filter((slot) => slot === code).length)
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(40), { minLength: 16, maxLength: 16 }), { minLength: 1, maxLength: 5 }),
        (steps) => {
          const slots: number[] = []
          for (const wanted of steps) {
            settleGrains(slots, wanted)
            expect(counts(slots)).toEqual(wanted)
          }
        },
      ),
    )
    const slots: number[] = []
    const wanted = [100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    settleGrains(slots, wanted)
    const before = slots.slice()
    // One message of paint 0 is received: one grain changes its form, the others stay.
    settleGrains(slots, [99, 50, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(slots.filter((slot, i) => slot !== before[i])).toEqual([8])
  })
})
