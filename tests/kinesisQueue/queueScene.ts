import { createEngine, type Engine } from '../../src/engine/index.ts'
import type { KinesisQueueNode } from '../../src/engine/kinesisQueue/kinesisQueueNode.ts'
import { KINESIS_QUEUE } from '../../src/engine/kinesisQueue/kinesisQueueSpec.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import type {
  KinesisQueueNode as Document,
  Intervention,
  PoolNode,
  Scenario,
  StreamNode,
} from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'

export type QueueScene = {
  stream?: Partial<StreamNode>
  /** One for each queue on the stream, with its workers; without workers nobody reads it. */
  queues: readonly { own?: Partial<Document>; workers?: Partial<PoolNode> }[]
  rate?: number
  durationSeconds?: number
  seed?: number
  interventions?: Intervention[]
}

/** An on-demand stream with Kinesis queues `queue-0`, `queue-1` ... and their workers. */
export function queueScene({ stream, queues, rate = 0, ...rest }: QueueScene): Scenario {
  const { durationSeconds = 60, seed = 1, interventions = [] } = rest
  const nodes: Scenario['nodes'] = [
    { ...defaultNode('producer', 'shop', 0, 0), rate, keyCount: 7, spacing: 'exponential' },
    { ...defaultNode('stream', 'orders', 300, 0), capacityMode: 'onDemandStandard', ...stream },
  ]
  const links = [{ from: 'shop', to: 'orders' }]
  queues.forEach(({ own, workers }, i) => {
    nodes.push({ ...defaultNode('kinesisQueue', `queue-${i}`, 800, 200 * i), shuffleWindow: 0, ...own })
    links.push({ from: 'orders', to: `queue-${i}` })
    if (workers === undefined) return
    nodes.push({ ...defaultNode('pool', `workers-${i}`, 1100, 200 * i), ...workers })
    links.push({ from: `queue-${i}`, to: `workers-${i}` })
  })
  return {
    ...{ version: 1, title: '', seed, durationSeconds, nodes, links, interventions },
    brief: { question: '', watchFor: '', tryThis: [] },
  }
}

export const engineOf = (scene: QueueScene): Engine => {
  const scenario = queueScene(scene)
  return createEngine(compile(scenario), scenario.seed)
}

export const queueIn = (engine: Engine, number = 0): KinesisQueueNode =>
  engine.nodes.find(({ plan }) => plan.id === `queue-${number}`) as unknown as KinesisQueueNode

/** A gauge of a Kinesis queue, by its name. */
export function gaugeOf(engine: Engine, name: string, number = 0): number {
  const node = queueIn(engine, number)
  engine.settle()
  const out = new Float64Array(100)
  node.writeGauges(engine.now, out, 0)
  return out[GAUGES.indexOf(name)]!
}

const GAUGES = KINESIS_QUEUE.gauges
