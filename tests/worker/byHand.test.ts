import { expect, test } from 'vitest'
import { createEngine, type Engine, INTERVENTION_ANSWERS } from '../../src/engine/index.ts'
import { lifeSentence } from '../../src/panels/inquiry/lifeSentence.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import type { Intervention, Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { needsBuilders } from '../../src/worker/compile/needsBuilders.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'
import { fixture } from '../scenario/fixtures/build.ts'

// Calls that a person makes at a moment of a run, as steps of the document.

const SECOND = 1_000_000

/** A silent producer before a stream of two shards and a queue, a FIFO queue and a monolith, with a reader that keeps up. */
function scene(steps: readonly Intervention[], own: Partial<ScenarioNode> = {}): Scenario {
  const silent = { ...defaultNode('producer', 'shop', 0, 0), rate: 0 }
  const nodes = [
    silent,
    { ...defaultNode('stream', 'stream', 0, 0), shards: 2, ...own },
    { ...defaultNode('application', 'reader', 0, 0), serviceMs: 0 },
    { ...defaultNode('queue', 'queue', 0, 0), visibilityTimeoutSeconds: 5 },
    { ...defaultNode('fifoQueue', 'lanes', 0, 0), visibilityTimeoutSeconds: 5 },
    defaultNode('monolith', 'program', 0, 0),
  ] as ScenarioNode[]
  const ends = ['shop stream', 'shop queue', 'shop lanes', 'shop program', 'stream reader']
  return fixture({ title: '', nodes, ends, interventions: [...steps] })
}

function played(scenario: Scenario, seconds: number): Engine {
  const engine = createEngine(compile(scenario), 1)
  engine.run(seconds * SECOND, Infinity)
  return engine
}

const answers = ({ plan, answers: all }: Engine) =>
  [...plan.interventions.keys()].map((i) => INTERVENTION_ANSWERS[all[i]!]!)

const put = (at: number, node: string, key: string, bytes: number): Intervention => ({
  ...{ at: at * SECOND, node, action: 'put', key, bytes },
})
const byHand = (at: number, node: string, action: 'receiveOne' | 'deleteOne'): Intervention => ({
  ...{ at: at * SECOND, node, action },
})

test('KIN1.01 KIN1.04 a record put by hand goes to the shard of its key, or is refused by the limit and changes nothing', () => {
  const engine = played(
    scene([
      put(1, 'stream', 'own key', 1000),
      put(2, 'stream', 'own key', 11_000_000),
      put(3, 'stream', 'other', 1_000_000),
      put(3, 'stream', 'other', 1_000_000),
    ]),
    10,
  )
  expect(answers(engine)).toEqual(['done', 'recordTooLarge', 'done', 'byteLimit'])
  const { streams, producers, plan } = engine
  expect(streams[0]!.shards.reduce((sum, { log }) => sum + log.length, 0)).toBe(2)
  const [link] = producers.at(-1)!.links
  expect([link!.newTotal, link!.storedTotal, link!.givenUpTotal, link!.notYetStored]).toEqual([4, 2, 2, 0])
  expect(plan.producers.map(({ id }) => id)).toEqual(['shop', 'by hand stream'])
})

test('KIN1.02 one record more than a second allows is refused by the limit in records', () => {
  const steps = Array.from({ length: 4 }, () => put(1, 'stream', 'a', 10))
  expect(answers(played(scene(steps, { writeRecordsPerSecond: 3 } as Partial<ScenarioNode>), 2))).toEqual([
    ...['done', 'done', 'done'],
    'recordLimit',
  ])
})

test('a record sent by hand is drawn on the way of a producer of the document', () => {
  const scenario = scene([put(1, 'stream', 'a', 10)])
  const layout = layoutOf(
    scenario.nodes.map(({ id }) => id),
    createEngine(compile(scenario), 1),
  )
  expect(layout.nodes.map(({ id }) => id)).toEqual(['shop', 'stream', 'reader', 'queue', 'lanes', 'program'])
  expect(new Set(layout.tracks.filter(({ to }) => to === 'stream').map(({ from }) => from))).toEqual(new Set(['shop']))
})

test('the dot of a record sent by hand leads to that record', () => {
  const scenario = scene([put(1, 'stream', 'a', 10)])
  const { keys } = played(scenario, 2).world
  const untilMicros = 2 * SECOND
  const life = answerTo(scenario, { kind: 'life', producer: 'by hand stream', number: 1, untilMicros })
  if (life.kind !== 'life') throw new Error(life.kind)
  const { row, atMicros } = life.events.find(({ step }) => step === 'stored')!
  const dot = { ...{ from: 'shop', to: 'stream', row, atMicros, nth: 0 }, paint: keys.paint[keys.names.indexOf('a')]! }
  const mark = { on: 'way', way: 'stored', ...dot } as const
  expect(answerTo(scenario, { kind: 'mark', mark, untilMicros })).toEqual(life)
  expect(lifeSentence(life, scenario)).toBe(
    'Record 1, key a, was sent by hand at 0:01.0 and stored at 0:01.0 in shard 1 of Stream as number 1. It is still in Stream.',
  )
})

test('SQS.05 what was received by hand is told as in flight until it is visible again', () => {
  const scenario = scene([put(1, 'queue', 'a', 10), byHand(2, 'queue', 'receiveOne')])
  const stateAt = (seconds: number) => {
    const question = { kind: 'life', producer: 'by hand queue', number: 1, untilMicros: seconds * SECOND } as const
    const life = answerTo(scenario, question)
    return life.kind === 'life' ? lifeSentence(life, scenario).split('Queue. ')[1] : life.kind
  }
  expect([1.5, 3, 8].map(stateAt)).toEqual([
    'It waits in Queue.',
    'It is in flight with whoever received it by hand until 0:07.0.',
    'It waits in Queue.',
  ])
})

test('a scene of plain nodes with a call by hand waits for the model of it', () => {
  const scenario = fixture({
    ...{ title: '', ends: ['shop stream'] },
    nodes: [defaultNode('producer', 'shop', 0, 0), defaultNode('stream', 'stream', 0, 0)],
  })
  expect(needsBuilders(scenario)).toBe(false)
  expect(needsBuilders({ ...scenario, interventions: [put(1, 'stream', 'a', 10)] })).toBe(true)
})

test.each(['queue', 'lanes'])(
  'SQS.05 SQS.07 a message received by hand from %s is hidden, comes back, and can be deleted',
  (id) => {
    const engine = createEngine(
      compile(
        scene([
          byHand(0.5, id, 'deleteOne'),
          byHand(1, id, 'receiveOne'),
          put(2, id, 'g', 100),
          byHand(3, id, 'receiveOne'),
          byHand(4, id, 'receiveOne'),
          byHand(9, id, 'receiveOne'),
          byHand(10, id, 'deleteOne'),
        ]),
      ),
      1,
    )
    const queue = engine.allQueues.find(({ plan }) => plan.id === id)!
    const seen = [2.5, 3.5, 8.5, 9.5, 10.5].map((seconds) => {
      engine.run(seconds * SECOND, Infinity)
      return `${queue.visible} ${queue.inFlight}`
    })
    expect(seen).toEqual(['1 0', '0 1', '1 0', '0 1', '0 0'])
    expect(answers(engine)).toEqual(['noReceipt', 'noMessage', 'done', 'done', 'noMessage', 'done', 'done'])
  },
)

test('FIFO.20 a receipt handle whose timeout has ended deletes nothing from a FIFO queue', () => {
  const engine = played(
    scene([put(1, 'lanes', 'g', 10), byHand(2, 'lanes', 'receiveOne'), byHand(8, 'lanes', 'deleteOne')]),
    9,
  )
  expect(answers(engine)).toEqual(['done', 'done', 'receiptExpired'])
  expect(engine.allQueues.find(({ isFifo }) => isFifo)!.visible).toBe(1)
})

test('SQS.08 at the limit in flight a receive by hand is refused', () => {
  const scenario = scene([
    put(1, 'queue', 'g', 10),
    put(1, 'queue', 'g', 10),
    ...[2, 3].map((at) => byHand(at, 'queue', 'receiveOne')),
  ])
  const nodes = scenario.nodes.map((node) => (node.kind === 'queue' ? { ...node, inFlightLimit: 1 } : node))
  expect(answers(played({ ...scenario, nodes }, 4))).toEqual(['done', 'done', 'done', 'overLimit'])
})

test('X-M1 a program that is down refuses what is sent to it by hand', () => {
  const engine = played(
    scene([
      put(1, 'program', 'a', 10),
      { at: 2 * SECOND, node: 'program', action: 'crash', worker: 0 },
      put(2, 'program', 'a', 10),
    ]),
    2,
  )
  expect(answers(engine)).toEqual(['done', 'done', 'down'])
})

test('KIN2.08 an application goes to one record of one shard, and the other shard stays where it was', () => {
  const scenario = scene([
    ...Array.from({ length: 12 }, (_, i) => put(1, 'stream', String(i), 10)),
    { at: 5 * SECOND, node: 'reader', action: 'goToRecord', shard: 0, record: 1 },
  ])
  const engine = createEngine(compile(scenario), 1)
  engine.run(5 * SECOND - 1, Infinity)
  const stored = engine.streams[0]!.shards.map(({ log }) => log.length)
  const before = engine.applications[0]!.deliveries
  expect(before).toBe(12)
  engine.run(10 * SECOND, Infinity)
  expect(engine.applications[0]!.deliveries - before).toBe(stored[0]! - 1)
})

test('KIN2.08 an application that has not come yet has no place to be moved from: it is refused, and comes when it would', () => {
  const early: Intervention[] = [
    { at: 2 * SECOND, node: 'reader', action: 'goTo', to: 'LATEST' },
    { at: 3 * SECOND, node: 'reader', action: 'goToRecord', shard: 0, record: 0 },
  ]
  const late: Intervention = { at: 8 * SECOND, node: 'reader', action: 'goTo', to: 'TRIM_HORIZON' }
  const awaited = (steps: readonly Intervention[]): Scenario => {
    const { nodes, ...rest } = scene([put(1, 'stream', 'a', 10), ...steps])
    return {
      ...rest,
      nodes: nodes.map((node) => (node.id === 'reader' ? { ...node, startSeconds: 6 } : node)),
    } as Scenario
  }
  const read = (steps: readonly Intervention[], seconds: number) => {
    const engine = played(awaited(steps), seconds)
    return { deliveries: engine.applications[0]!.deliveries, answers: answers(engine).slice(1) }
  }
  expect(read(early, 5)).toEqual({ deliveries: 0, answers: ['notCome', 'notCome'] })
  expect(read(early, 7).deliveries).toBe(1)
  expect(read([...early, late], 9)).toEqual({ deliveries: 2, answers: ['notCome', 'notCome', 'done'] })
})

test('the same run comes back from a snapshot with a receipt in hand', () => {
  const steps = [put(1, 'queue', 'g', 10), byHand(2, 'queue', 'receiveOne'), byHand(4, 'queue', 'deleteOne')]
  const engine = played(scene(steps), 3)
  const snapshot = engine.snapshot()
  engine.run(6 * SECOND, Infinity)
  const digest = engine.digest()
  engine.restore(snapshot)
  engine.run(6 * SECOND, Infinity)
  expect(engine.digest()).toBe(digest)
  expect(engine.queues[0]!.visible + engine.queues[0]!.inFlight).toBe(0)
})
