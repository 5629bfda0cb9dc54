import { SECOND } from '../../library/build.ts'
import { deleteFirst } from '../../library/deleteFirst.ts'
import { brokenLike } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** Deleted when received: a crash takes what was in hand. */
export const deletedFirstFault: Fault = {
  id: 'fault-order-gone',
  title: 'An order that nobody has',
  complaint: '“Since the machine was restarted at 0:20 an order is missing. The queue is fine, no error anywhere.”',
  atSeconds: 80,
  speed: 5,
  symptom: { is: 'gauge', node: 'workers', gauge: 'lostTotal', than: 'above', value: 0, says: 'orders lost' },
  right: 3,
  causes: [
    {
      text: 'The queue keeps messages for too short',
      evidence: 'Expired are {}. The order was not in the queue any more when it was lost.',
      told: [{ node: 'queue', gauge: 'expiredTotal' }],
      fixText: 'Keep messages for 14 days',
      fix: ['queue.retentionHours=336'],
    },
    {
      text: 'The visibility timeout is too long, so the order has not come back yet',
      evidence: 'In flight are {}, and {} have ever come back. What is deleted has no timeout.',
      told: [
        { node: 'queue', gauge: 'inFlight' },
        { node: 'queue', gauge: 'returnedTotal' },
      ],
      fixText: 'A timeout of 5 s',
      fix: ['queue.visibilityTimeoutSeconds=5'],
    },
    {
      text: 'Three packers are too few for the orders',
      evidence: '{} orders wait. More packers only hold more orders in hand when a machine dies.',
      told: [{ node: 'queue', gauge: 'visible' }],
      fixText: 'Four packers',
      fix: ['workers.workers=4'],
    },
    {
      text: 'Orders are deleted when they are received, before they are packed',
      evidence: '{} were deleted and {} packed; {} died in the hand of a packer and no message remembers it.',
      told: [
        { node: 'queue', gauge: 'deletedTotal' },
        { node: 'workers', gauge: 'processedTotal' },
        { node: 'workers', gauge: 'lostTotal' },
      ],
      fixText: 'Delete when the order is packed',
      fix: ['workers.deleteWhen=after'],
    },
    {
      text: 'The order was never sent',
      evidence: 'The shop made {} orders and the queue stored {}; not one was refused.',
      told: [
        { node: 'shop', gauge: 'arrivalsTotal' },
        { node: 'queue', gauge: 'storedTotal' },
      ],
      fixText: 'Let the shop try for ever',
      fix: ['shop.attemptsMax=0'],
    },
  ],
  scene: brokenLike(deleteFirst, {
    title: 'An order that nobody has',
    question: 'Where is the order?',
    set: ['shop.rate=1.2', 'queue.visibilityTimeoutSeconds=30'],
    interventions: [
      { at: 20 * SECOND, node: 'workers', action: 'crash', worker: 1 },
      { at: 25 * SECOND, node: 'workers', action: 'start', worker: 1 },
    ],
  }),
}
