import type { AggregatorNode } from '../aggregator/aggregatorNode.ts'
import { NOBODY } from '../clients/coordination.ts'
import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import type { Engine } from '../engine.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { LambdaNode } from '../lambda/lambdaNode.ts'
import type { LambdaPlan } from '../lambda/lambdaPlan.ts'
import type { Note } from './note.ts'
import { because, type NotSeen } from './notSeen.ts'
import { placeIn } from './placeIn.ts'

const LATEST = -2

/** A record in a stream, as an application has it. */
export function notSeenByApplication(
  { stream, readers, leases, plan }: KinesisApplication,
  notes: readonly Note[],
  reference: number,
  stored: Note,
  now: number,
): NotSeen {
  const shard = stored.row
  const index = placeIn(stream, reference, stored)
  const own = notes.findLast(({ step, node }) => node === plan.id && (step === 'skipped' || step === 'lost'))
  if (own !== undefined) return because(own.step === 'lost' ? 'lost' : 'skipped')
  if (index < stream.trim(shard, now)) return because('expiredUnread')
  if (plan.fanOut?.isRegistered === false) return because('notRegistered')
  if (leases.readerOf(shard) === NOBODY) return because('nobodyReads')
  const reader = readers[shard]!
  const { caret } = reader.processor
  if (index >= reader.fetched) return because('notFetched', index - caret)
  return index >= caret ? because('inWork', index - caret) : because('beforeItsStart')
}

/** As a function's event source mapping has it. */
export function notSeenByFunction(
  engine: Engine,
  node: LambdaNode,
  stream: Stream,
  notes: readonly Note[],
  reference: number,
  stored: Note,
): NotSeen {
  const { id, startAtMicros, startPosition } = node.plan as LambdaPlan
  switch (notes.findLast((note) => note.node === id)?.step) {
    case 'discarded':
      return because('discarded')
    case 'missed':
      return because('expiredUnread')
    case 'failed':
      return because('failing')
    case 'received':
      return because('inWork')
  }
  const index = placeIn(stream, reference, stored)
  if (index < stream.trim(stored.row, engine.now)) return because('expiredUnread')
  if (startAtMicros > engine.now) return because('nobodyReads')
  const beginsAt = startPosition === LATEST ? startAtMicros : startPosition
  if (stored.at < beginsAt) return because('beforeItsStart')
  return because('notFetched', node.unsettledBefore(stored.row, index))
}

/** As a counter has it. */
export function notSeenByCounter(
  engine: Engine,
  node: AggregatorNode,
  stream: Stream,
  notes: readonly Note[],
  reference: number,
  stored: Note,
): NotSeen {
  const index = placeIn(stream, reference, stored)
  if (index < stream.trim(stored.row, engine.now)) return because('expiredUnread')
  if (node.isDown) return because('nobodyReads')
  const isHeld = notes.findLast((note) => note.node === node.plan.id)?.step === 'received'
  return because(isHeld ? 'inWork' : 'notFetched', index - node.placeIn(stored.row))
}
