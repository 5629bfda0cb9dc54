import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { connect, defaultNode, problems, setLinkKeys } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'
import { SECOND } from '../engine/play.ts'
import { expectTimeline } from '../engine/timeline.ts'
import { queueOf } from '../sqs/fifoNode.ts'

/** A producer, a FIFO topic and two FIFO queues, one of which wants the group a alone. Nothing takes time, nobody reads. */
function scene(topicType: 'standard' | 'fifo' = 'fifo'): Scenario {
  const nodes: Scenario['nodes'] = [
    {
      ...defaultNode('producer', 'shop', 0, 0),
      ...{ rate: 0, keys: 'list', keyList: 'a, b', callLatencyMs: 0, batchRecords: 1, recordBytes: 100 },
    },
    { ...defaultNode('topic', 'topic', 200, 0), topicType },
    defaultNode('fifoQueue', 'all', 400, 0),
    defaultNode('fifoQueue', 'only-a', 400, 200),
  ]
  const empty: Scenario = {
    ...{ version: 1, title: 'FIFO', seed: 1, durationSeconds: 600, nodes, links: [], interventions: [] },
    brief: { question: '', watchFor: '', tryThis: [] },
  }
  const links = [
    ['shop', 'topic'],
    ['topic', 'all'],
    ['topic', 'only-a'],
  ] as const
  const linked = links.reduce((made, [from, to]) => connect(made, from, to), empty)
  return setLinkKeys(linked, 'topic', 'only-a', 'a')
}

/** What lies in a queue, in the order of sending: group and number of the record. */
function held(engine: Engine, n: number): string {
  const { keys, records } = engine.world
  const queue = queueOf(engine.nodes, n)
  const found: [message: number, text: string][] = []
  queue.eachMessage((message) => {
    const reference = queue.recordOf(message)
    found.push([message, `${keys.names[records.keyOf(reference)]}${records.numberOf(reference)}`])
  })
  return found
    .sort(([one], [other]) => one - other)
    .map(([, text]) => text)
    .join(' ')
}

test('SNS.06 a FIFO topic hands each group to its FIFO queues in order, each queue what its filter wants, also after an outage', () => {
  const engine = createEngine(compile(scene()), 3)
  // Which key each record gets is drawn by the seed. After the outage each group has its order, one against the other has none.
  expectTimeline(
    `
      1     send    all: b1 | only-a: -
      2     send    all: b1 a2 | only-a: a2
      3     send    all: b1 a2 b3 | only-a: a2
      4     cut     all: b1 a2 b3 | only-a: a2
      4.1   send    all: b1 a2 b3 | only-a: a2
      4.2   send    all: b1 a2 b3 | only-a: a2
      4.3   send    all: b1 a2 b3 | only-a: a2
      4.9   mend    all: b1 a2 b3 | only-a: a2
      5     send    all: b1 a2 b3 | only-a: a2
      7     wait    all: b1 a2 b3 a4 a5 a7 b6 | only-a: a2 a4 a5 a7
    `,
    (micros, [word]) => {
      engine.run(micros, Number.POSITIVE_INFINITY)
      if (word === 'send') engine.producers[0]!.make(micros)
      if (word === 'cut') engine.nodes[0]!.act('crash', 0, micros)
      if (word === 'mend') engine.nodes[0]!.act('start', 0, micros)
      return `all: ${held(engine, 1)} | only-a: ${held(engine, 2) || '-'}`
    },
  )
})

test('FIFO.08 behind a FIFO topic a queue has its groups and locks: one message of a group in flight holds the rest', () => {
  const engine = createEngine(compile(scene()), 3)
  engine.run(SECOND, Number.POSITIVE_INFINITY)
  for (let i = 0; i < 4; i++) engine.producers[0]!.make(SECOND)
  const queue = queueOf(engine.nodes, 1)
  const out = new Int32Array(10)
  const receive = (most: number) => {
    const count = queue.receive(most, out, SECOND)
    return Array.from(out.subarray(0, count), (slot) =>
      engine.world.records.numberOf(queue.recordOf(queue.messageOf(slot))),
    )
  }
  // b1 a2 b3 a4: after b1 the group b is locked.
  expect(receive(1)).toEqual([1])
  expect(receive(1)).toEqual([2])
  expect(receive(10)).toEqual([])
  expect(queue.groupsLocked).toBe(2)
})

test('SNS.06 a standard topic before a FIFO queue is told as what will surprise', () => {
  expect(problems(scene()).map(({ text }) => text)).toEqual([])
  const [first, second] = problems(scene('standard'))
  expect(first).toMatchObject({ nodeId: 'topic', field: 'topicType' })
  expect(first!.text).toContain('can follow a FIFO topic only')
  expect(second!.text).toContain('can follow a FIFO topic only')
})

test('the copies of a FIFO topic travel to its queues', () => {
  const document = scene()
  const layout = layoutOf(
    document.nodes.map(({ id }) => id),
    createEngine(compile(document), 1),
  )
  const ways = layout.tracks.map(({ kind, from, to }) => `${kind} ${from} ${to}`)
  expect(ways).toContain('stored topic all')
  expect(ways).toContain('stored topic only-a')
})
