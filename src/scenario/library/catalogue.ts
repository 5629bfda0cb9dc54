import type { Scenario } from '../scenario.ts'
import { keepBuiltIn } from './loaded.ts'
import { oneShard } from './oneShard.ts'

/** A built-in scenario and how to get it. */
export type CatalogueEntry = { id: string; load: () => Promise<Scenario> }

/** All built-in scenarios in the order in which they build on one another, by chapter. */
export const CHAPTERS: readonly { name: string; entries: readonly CatalogueEntry[] }[] = [
  {
    name: 'Why something in between',
    entries: [
      { id: 'monolith-heap', load: () => import('./monolithHeap.ts').then((file) => file.monolithHeap) },
      { id: 'broker-between', load: () => import('./brokerBetween.ts').then((file) => file.brokerBetween) },
      { id: 'producer-duties', load: () => import('./producerDuties.ts').then((file) => file.producerDuties) },
    ],
  },
  {
    name: 'Streams, shards and keys',
    entries: [
      { id: 'one-shard', load: async () => oneShard },
      { id: 'own-keys', load: () => import('./ownKeys.ts').then((file) => file.ownKeys) },
      { id: 'stock-symbols', load: () => import('./stockSymbols.ts').then((file) => file.stockSymbols) },
      { id: 'user-ids', load: () => import('./userIds.ts').then((file) => file.userIds) },
      {
        id: 'orders-by-destination',
        load: () => import('./ordersByDestination.ts').then((file) => file.ordersByDestination),
      },
      { id: 'divide-by-category', load: () => import('./divideByCategory.ts').then((file) => file.divideByCategory) },
    ],
  },
  {
    name: 'Limits',
    entries: [
      { id: 'two-shards', load: () => import('./twoShards.ts').then((file) => file.twoShards) },
      { id: 'bytes-bind', load: () => import('./bytesBind.ts').then((file) => file.bytesBind) },
      { id: 'hot-key', load: () => import('./hotKey.ts').then((file) => file.hotKey) },
      { id: 'sub-keys', load: () => import('./subKeys.ts').then((file) => file.subKeys) },
      { id: 'calm-keys-starve', load: () => import('./calmKeysStarve.ts').then((file) => file.calmKeysStarve) },
      { id: 'split-hot-shard', load: () => import('./splitHotShard.ts').then((file) => file.splitHotShard) },
      { id: 'merge-shards', load: () => import('./mergeShards.ts').then((file) => file.mergeShards) },
      { id: 'ramp-both', load: () => import('./rampBoth.ts').then((file) => file.rampBoth) },
      { id: 'on-demand-today', load: () => import('./onDemandToday.ts').then((file) => file.onDemandToday) },
      { id: 'fifo-limit', load: () => import('./fifoLimit.ts').then((file) => file.fifoLimit) },
    ],
  },
  {
    name: 'Many readers',
    entries: [
      { id: 'many-readers', load: () => import('./manyReaders.ts').then((file) => file.manyReaders) },
      { id: 'two-teams', load: () => import('./twoTeams.ts').then((file) => file.twoTeams) },
      { id: 'poll-calls', load: () => import('./pollCalls.ts').then((file) => file.pollCalls) },
      { id: 'three-pollers', load: () => import('./threePollers.ts').then((file) => file.threePollers) },
      { id: 'fan-out', load: () => import('./fanOut.ts').then((file) => file.fanOut) },
      { id: 'late-team', load: () => import('./lateTeam.ts').then((file) => file.lateTeam) },
    ],
  },
  {
    name: 'Places, replay and falling behind',
    entries: [
      { id: 'checkpoints', load: () => import('./checkpoints.ts').then((file) => file.checkpoints) },
      { id: 'replay-after-bug', load: () => import('./replayAfterBug.ts').then((file) => file.replayAfterBug) },
      { id: 'slow-reader', load: () => import('./slowReader.ts').then((file) => file.slowReader) },
      { id: 'retention-edge', load: () => import('./retentionEdge.ts').then((file) => file.retentionEdge) },
      { id: 'catch-up', load: () => import('./catchUp.ts').then((file) => file.catchUp) },
      { id: 'never-catches-up', load: () => import('./neverCatchesUp.ts').then((file) => file.neverCatchesUp) },
      { id: 'two-losses', load: () => import('./twoLosses.ts').then((file) => file.twoLosses) },
      { id: 'kafka-lag', load: () => import('./kafkaLag.ts').then((file) => file.kafkaLag) },
    ],
  },
  {
    name: 'Queues',
    entries: [
      { id: 'taking-turns', load: () => import('./takingTurns.ts').then((file) => file.takingTurns) },
      { id: 'timeout-too-short', load: () => import('./timeoutTooShort.ts').then((file) => file.timeoutTooShort) },
      { id: 'batch-timeout', load: () => import('./batchTimeout.ts').then((file) => file.batchTimeout) },
      { id: 'delete-first', load: () => import('./deleteFirst.ts').then((file) => file.deleteFirst) },
      { id: 'at-least-once', load: () => import('./atLeastOnce.ts').then((file) => file.atLeastOnce) },
      { id: 'short-polling', load: () => import('./shortPolling.ts').then((file) => file.shortPolling) },
    ],
  },
  {
    name: 'Copies for several teams',
    entries: [
      { id: 'queue-for-each', load: () => import('./queueForEach.ts').then((file) => file.queueForEach) },
      { id: 'producer-routes', load: () => import('./producerRoutes.ts').then((file) => file.producerRoutes) },
      { id: 'topic-fan-out', load: () => import('./topicFanOut.ts').then((file) => file.topicFanOut) },
      { id: 'kinesis-queues', load: () => import('./kinesisQueues.ts').then((file) => file.kinesisQueues) },
      { id: 'archive-replay', load: () => import('./archiveReplay.ts').then((file) => file.archiveReplay) },
    ],
  },
  {
    name: 'Order',
    entries: [
      {
        id: 'order-across-shards',
        load: () => import('./orderAcrossShards.ts').then((file) => file.orderAcrossShards),
      },
      { id: 'parent-first', load: () => import('./parentFirst.ts').then((file) => file.parentFirst) },
      { id: 'partial-failure', load: () => import('./partialFailure.ts').then((file) => file.partialFailure) },
      { id: 'order-in-queue', load: () => import('./orderInQueue.ts').then((file) => file.orderInQueue) },
      { id: 'order-in-fifo', load: () => import('./orderInFifo.ts').then((file) => file.orderInFifo) },
      { id: 'bank-line', load: () => import('./bankLine.ts').then((file) => file.bankLine) },
    ],
  },
  {
    name: 'When something fails',
    entries: [
      { id: 'poison-lambda', load: () => import('./poisonLambda.ts').then((file) => file.poisonLambda) },
      { id: 'poison-kcl', load: () => import('./poisonKcl.ts').then((file) => file.poisonKcl) },
      { id: 'poison-queue', load: () => import('./poisonQueue.ts').then((file) => file.poisonQueue) },
      { id: 'poison-fifo', load: () => import('./poisonFifo.ts').then((file) => file.poisonFifo) },
      { id: 'worker-dies', load: () => import('./workerDies.ts').then((file) => file.workerDies) },
      { id: 'redrive', load: () => import('./redrive.ts').then((file) => file.redrive) },
    ],
  },
  {
    name: 'Counting and choosing',
    entries: [
      { id: 'count-on-stream', load: () => import('./countOnStream.ts').then((file) => file.countOnStream) },
      { id: 'count-on-queue', load: () => import('./countOnQueue.ts').then((file) => file.countOnQueue) },
      { id: 'same-traffic', load: () => import('./sameTraffic.ts').then((file) => file.sameTraffic) },
      { id: 'choose-replay', load: () => import('./chooseReplay.ts').then((file) => file.chooseReplay) },
      { id: 'choose-jobs', load: () => import('./chooseJobs.ts').then((file) => file.chooseJobs) },
    ],
  },
]

export const CATALOGUE: readonly CatalogueEntry[] = CHAPTERS.flatMap(({ entries }) => entries)

/** All of them, in order; from then on `builtIn` knows each. */
export async function loadCatalogue(): Promise<Scenario[]> {
  const all = await Promise.all(CATALOGUE.map((entry) => entry.load()))
  for (const scenario of all) keepBuiltIn(scenario)
  return all
}
