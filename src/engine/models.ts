import { KinesisApplication } from './clients/kinesisApplication.ts'
import { Link } from './clients/link.ts'
import { Producer } from './clients/producer.ts'
import type { KeyChooser } from './kernel/keyChooser.ts'
import { wantedKeys } from './keyFilter.ts'
import { Stream } from './kinesis/stream.ts'
import type { NodeBuilders } from './nodes/nodeBuilders.ts'
import { type Models, type NodeModel, type NodeResources, storeOf, systemOf } from './nodes/nodeModel.ts'
import type { NodePlan } from './nodes/nodePlans.ts'
import type { Numbering } from './numbering.ts'
import type { Plan } from './plan.ts'
import type { World } from './world.ts'

/** Builds every node of the plan and connects them. Columns are taken in this order, so it is part of a snapshot's form. */
export function buildModels(
  plan: Plan,
  world: World,
  numbering: Numbering,
  choosers: readonly KeyChooser[],
  builders: NodeBuilders | null,
): Models {
  const streams = plan.streams.map((stream, s) => new Stream(world, stream, numbering.streamNodes[s]!, builders))
  const queues = plan.queues.map((queue, q) => loaded(builders, queue.id).queue(world, queue, numbering.queues[q]!))
  plan.queues.forEach(({ deadLetterQueue }, q) => {
    if (deadLetterQueue >= 0) queues[q]!.deadLetterTo(queues[deadLetterQueue]!)
  })
  const nodes = plan.nodes.map((node, n) => built(world, node, numbering.nodes[n]!, builders, streams))
  const allQueues = [...queues, ...nodes.flatMap((node) => node.asQueue ?? [])]
  const producers = plan.producers.map(
    (producer, p) => new Producer(world, producer, p, choosers[p]!, numbering.producers[p]!, builders),
  )
  plan.links.forEach((link, l) => {
    const { settings, links, reach } = producers[link.producer]!
    const store =
      link.toNode !== undefined && link.toNode >= 0
        ? storeOf(nodes[link.toNode]!)
        : link.toStream >= 0
          ? streams[link.toStream]!
          : queues[link.toQueue]!
    const producer = plan.producers[link.producer]!
    const isWanted = wantedKeys(link.keys ?? [], world.keys.names)
    const own = { producer: link.producer, store, isWanted, reach, ...numbering.links[l]! }
    const parts = { plan: producer, settings, ...own }
    const usesLibrary = builders !== null && producer.kpl !== undefined && link.toStream >= 0
    links.push(
      usesLibrary ? builders.kplLink(world, parts, streams[link.toStream]!, producer.kpl!) : new Link(world, parts),
    )
  })
  const applications = plan.applications.map(
    (application, a) =>
      new KinesisApplication(
        world,
        application,
        streams[application.stream]!,
        numbering.applications[a]!,
        builders !== null && (application.downstream ?? -1) >= 0
          ? { downstream: systemOf(nodes[application.downstream!]!), build: builders.callingProcessor }
          : null,
        builders,
      ),
  )
  const pools = plan.pools.map((pool, w) => {
    const downstream = (pool.downstream ?? -1) >= 0 ? systemOf(nodes[pool.downstream!]!) : null
    return loaded(builders, pool.id).pool(world, pool, allQueues[pool.queue]!, numbering.pools[w]!, downstream)
  })
  allQueues.forEach((queue, q) => {
    const own = pools.filter(({ plan: { queue: of } }) => of === q)
    queue.longPolls.connect((worker, now) => {
      const pool = own.find(
        ({ plan: { firstWorker, workers } }) => worker >= firstWorker && worker < firstWorker + workers,
      )
      if (pool !== undefined) return pool.serve(worker - pool.plan.firstWorker, now)
      return nodes.find((node) => node.pollsQueue(q, worker))?.serve(worker, now) ?? false
    })
  })
  const redrives = queues.map((queue, q) => {
    const { redrive: timer } = numbering.queues[q]!
    return timer < 0 || builders === null ? null : builders.moveTask(world, queue, timer, allQueues)
  })
  const byHand = builders?.byHand(world, plan, producers, allQueues.length) ?? null
  const models: Models = { producers, streams, queues, allQueues, redrives, applications, pools, nodes, byHand }
  for (const node of nodes) node.connect(models)
  return models
}

function built(
  world: World,
  plan: NodePlan,
  resources: NodeResources,
  builders: NodeBuilders | null,
  streams: readonly Stream[],
): NodeModel {
  const build = loaded(builders, plan.id)[plan.kind] as (
    world: World,
    plan: NodePlan,
    resources: NodeResources,
    streams: readonly Stream[],
  ) => NodeModel
  return build(world, plan, resources, streams)
}

function loaded(builders: NodeBuilders | null, id: string): NodeBuilders {
  if (builders === null) throw new TypeError(`Nobody can build ${id}: the models of its kind are not loaded`)
  return builders
}
