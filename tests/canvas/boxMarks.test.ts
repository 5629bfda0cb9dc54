import { describe, expect, test } from 'vitest'
import { marksOf } from '../../src/canvas/marks/marksOf.ts'
import { nearestMark } from '../../src/canvas/marks/placedMark.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { at, fn, node, scene, slowly } from '../life/lifeScene.ts'
import { lifeOf, shownAt } from './shownAt.ts'

/** The last step of the message under each mark of a node, from the mark's own place on the canvas. */
function clickedIn(of: Scenario, id: string, seconds: number) {
  const { shown, nowMicros } = shownAt(of, seconds)
  const marks = marksOf(shown)
  const own = marks.filter((mark) => mark.node === id && mark.mark.on !== 'way')
  // Each is asked of a run of its own; of many some are enough, the first and the last among them.
  const some = own.filter((_, i) => own.length < 20 || i % Math.floor(own.length / 10) === 0 || i === own.length - 1)
  return some.map(({ x, y, standsFor }) => {
    const hit = nearestMark(marks, { x, y }, 1)!
    const { key, number, events } = lifeOf(of, hit, nowMicros)
    const last = events.at(-1)!
    return { key, number, last: `${last.step} ${last.node}`, isAt: hit.x === x && hit.y === y, standsFor }
  })
}

const numbers = (clicked: { number: number }[]) => clicked.map(({ number }) => number)

describe('a click in a box is a click on a message', () => {
  test('the lanes of a FIFO queue: each bead is the message of its group that stands there', () => {
    const queue = node('fifoQueue', { visibilityTimeoutSeconds: 60 })
    const worker = node('pool', { workers: 1, callLatencyMs: 0, serviceMs: 100_000, messagesPerCall: 1 })
    const of = scene([slowly({ keyCount: 2 }), queue, worker], ['producer>fifoQueue', 'fifoQueue>pool'])
    const clicked = clickedIn(of, 'fifoQueue', 8.5)
    expect(clicked.every(({ isAt, standsFor }) => isAt && standsFor === 1)).toBe(true)
    // In flight first, since it came first; of each group the oldest stands at the bar.
    const sent = clicked.filter(({ last }) => last === 'stored fifoQueue')
    const inFlight = clicked.filter(({ last }) => last === 'received pool')
    expect(inFlight.map(({ number }) => number)).toEqual([1])
    expect(sent.length + 1).toBe(8)
    for (const group of new Set(sent.map(({ key }) => key))) {
      const own = numbers(sent.filter(({ key }) => key === group))
      expect(own).toEqual([...own].sort((a, b) => a - b))
    }
  })

  test('KIN6.02 the bag of a Kinesis queue: a mark is a record of the stream that waits or is received there', () => {
    const queue = node('kinesisQueue', { visibilityTimeoutSeconds: 60, shuffleWindow: 0 })
    const worker = node('pool', { workers: 1, callLatencyMs: 0, serviceMs: 100_000, messagesPerCall: 1 })
    const links = ['producer>stream', 'stream>kinesisQueue', 'kinesisQueue>pool']
    const clicked = clickedIn(
      scene([slowly(), node('stream', { capacityMode: 'onDemandStandard' }), queue, worker], links),
      'kinesisQueue',
      5.5,
    )
    expect(clicked.filter(({ last }) => last === 'received pool').map(({ number }) => number)).toEqual([1])
    expect(numbers(clicked.filter(({ last }) => last === 'stored stream')).toSorted()).toEqual([2, 3, 4, 5])
  })

  test('the heap of a program: the oldest lie at the bottom; when it has died the crosses are what it lost', () => {
    const program = node('monolith', { heapMiB: 16, overhead: 1, serviceMs: 100_000, restartSeconds: 60 })
    const producer = slowly({ recordBytes: 1_048_576 })
    const of = scene([producer, program], ['producer>monolith'], [at(10, 'monolith', 'crash')])
    const held = clickedIn(of, 'monolith', 9.5)
    expect(held.length).toBeGreaterThan(9)
    expect(held.every(({ last }) => last === 'stored monolith')).toBe(true)
    expect(numbers(held)).toEqual([...numbers(held)].sort((a, b) => a - b))
    expect([numbers(held)[0], numbers(held).at(-1)]).toEqual([1, 9])
    const lost = clickedIn(of, 'monolith', 12)
    expect(lost.every(({ last }) => last === 'lost monolith')).toBe(true)
    expect([...new Set(numbers(lost))].length).toBeGreaterThan(5)
  })

  test('a topic: what came last, and its copy for each queue', () => {
    const queues = [node('queue', { id: 'one' }), node('queue', { id: 'two' })]
    const of = scene([slowly(), node('topic'), ...queues], ['producer>topic', 'topic>one', 'topic>two'])
    const clicked = clickedIn(of, 'topic', 5.5)
    expect(numbers(clicked)).toEqual([5, 5, 5])
  })

  test('a function: each square is an invocation under way, by its first message', () => {
    const work = fn({ serviceMs: 4500, timeoutSeconds: 60 })
    const of = scene([slowly(), node('queue'), work], ['producer>queue', 'queue>lambda'])
    const clicked = clickedIn(of, 'lambda', 6.8)
    expect(clicked.every(({ last }) => last === 'received lambda')).toBe(true)
    expect([...numbers(clicked)].sort((a, b) => a - b)).toEqual([3, 4, 5, 6])
  })

  test('a function that reads a stream: the first record of the batch of each shard', () => {
    const work = fn({ serviceMs: 4500, timeoutSeconds: 60 })
    const of = scene([slowly(), node('stream', { shards: 1 }), work], ['producer>stream', 'stream>lambda'])
    const clicked = clickedIn(of, 'lambda', 5.5)
    expect(clicked.map(({ last }) => last)).toEqual(['received lambda'])
  })
})
