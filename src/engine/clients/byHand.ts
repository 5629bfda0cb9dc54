import type { InterventionAnswer } from '../interventionAnswer.ts'
import type { Micros } from '../kernel/time.ts'
import type { Plan, PlanIntervention } from '../plan.ts'
import { HandleAnswer, type QueueModel, SHORT_POLL } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import type { Producer } from './producer.ts'
import { BYTE_LIMIT, DOWN, RECORD_LIMIT, THROTTLED, TOO_LARGE } from './store.ts'

/** Of the models of a run, what is called. */
type Called = {
  readonly queues: readonly QueueModel[]
  readonly nodes: readonly { readonly asQueue: QueueModel | null }[]
  readonly applications: readonly { goToRecord(shard: number, record: number, now: Micros): void }[]
}

const ACTIONS: readonly string[] = ['put', 'receiveOne', 'deleteOne', 'goToRecord']

/** Whether somebody does such a thing in the run. */
export const isCalledByHand = ({ interventions }: Plan): boolean =>
  interventions.some(({ action }) => ACTIONS.includes(action))

/** Calls that a person makes at a moment of the run, beside all producers and consumers, and what they come to. */
export class ByHand {
  private readonly world: World
  private readonly producers: readonly Producer[]
  private readonly received = new Int32Array(1)
  /** Of each queue, the newest receipt handle that was received by hand: slot, message, and which of its receives it is. */
  private readonly receipts: Float64Array

  constructor(world: World, producers: readonly Producer[], queues: number) {
    this.world = world
    this.producers = producers
    this.receipts = world.state.column(queues * FIELDS)
  }

  /** Does a step that is one of its own and says what came of it; null for any other. */
  act(models: Called, step: PlanIntervention, now: Micros): InterventionAnswer | null {
    const queue = step.kind === 'queue' ? models.queues[step.node] : models.nodes[step.node]?.asQueue
    switch (step.action) {
      case 'put':
        return this.put(step, now)
      case 'receiveOne':
        return this.receive(queue!, now)
      case 'deleteOne':
        return this.delete(queue!, now)
      case 'goToRecord':
        models.applications[step.node]!.goToRecord(step.shard, step.record, now)
        return 'done'
      default:
        return null
    }
  }

  private put({ key, bytes, node }: Extract<PlanIntervention, { action: 'put' }>, now: Micros): InterventionAnswer {
    const producer = this.producers[node]!
    const [link] = producer.links
    const before = link!.refusedBy.slice()
    producer.send(this.world.keys.add(key), bytes, now)
    const answer = before.findIndex((count, answer) => link!.refusedBy[answer] !== count)
    return answer < 0 ? 'done' : answerTo(answer, link!.store.factOf(answer))
  }

  /** SQS.05, SQS.11: one message, as a call without a wait finds it. */
  private receive(queue: QueueModel, now: Micros): InterventionAnswer {
    // FIFO.17: at its limit a FIFO queue says nothing.
    if (queue.isOverLimit && !queue.isFifo) {
      queue.receive(1, this.received, now, SHORT_POLL)
      return 'overLimit'
    }
    if (!queue.admits('receive', [], now)) return 'callsThrottled'
    if (queue.receive(1, this.received, now, SHORT_POLL) === 0) {
      queue.countEmpty()
      return 'noMessage'
    }
    const slot = this.received[0]!
    const message = queue.messageOf(slot)
    const reference = queue.recordOf(message)
    this.receipts.set([slot, message, queue.receivesOf(slot)], queue.number * FIELDS)
    const { watch, records } = this.world
    watch?.note('received', reference, queue.plan.id, 0, 0, now)
    watch?.called?.('receive', queue.plan.id, records.bytesOf(reference), now)
    return 'done'
  }

  /** SQS.07, FIFO.20 */
  private delete(queue: QueueModel, now: Micros): InterventionAnswer {
    const [slot, message, receives] = this.receipts.subarray(queue.number * FIELDS)
    if (receives === 0) return 'noReceipt'
    const reference = queue.recordOf(message!)
    const group = queue.isFifo ? [this.world.records.keyOf(reference)] : []
    if (!queue.admits('delete', group, now)) return 'callsThrottled'
    this.world.watch?.called?.('delete', queue.plan.id, 0, now)
    const answer = queue.delete(slot!, message!, receives!, now)
    return answer === HandleAnswer.expired ? 'receiptExpired' : 'done'
  }
}

const FIELDS = 1 + 2

/** Why a store refused; a queue and a topic say it by other errors than a stream. */
function answerTo(answer: number, factId: string): InterventionAnswer {
  if (answer === RECORD_LIMIT) return 'recordLimit'
  if (answer === BYTE_LIMIT) return 'byteLimit'
  if (answer === TOO_LARGE) return factId === 'KIN1.04' ? 'recordTooLarge' : 'messageTooLarge'
  if (answer === THROTTLED) return factId === 'SNS.03' ? 'publishThrottled' : 'callsThrottled'
  return answer === DOWN ? 'down' : 'done'
}
