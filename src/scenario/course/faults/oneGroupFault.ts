import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** A FIFO queue with one group: one at a time, whoever waits. */
export const oneGroupFault: Fault = {
  id: 'fault-idle-packers',
  title: 'Twelve packers, one at work',
  complaint: '“The line of orders grows all day, and most of our packers stand about.”',
  atSeconds: 40,
  speed: 2,
  symptom: { is: 'gauge', node: 'queue', gauge: 'visible', than: 'above', value: 40, says: 'orders that wait' },
  right: 4,
  causes: [
    {
      text: 'Twelve packers are too few',
      evidence: 'At work of twelve: {}. The others ask, and get nothing.',
      told: [{ node: 'packers', gauge: 'busy' }],
      fixText: 'Twenty packers',
      fix: ['packers.workers=20'],
    },
    {
      text: 'A FIFO queue takes 300 calls a second only',
      evidence: '{} orders a second are stored, and {} calls were throttled.',
      told: [
        { node: 'queue', gauge: 'storedTotal', perSecond: true },
        { node: 'queue', gauge: 'throttledCallsTotal' },
      ],
      fixText: 'Send ten orders in a call',
      fix: ['shop.batchRecords=10'],
    },
    {
      text: 'Packers sleep between two short polls',
      evidence: 'Empty answers so far: {}. Whoever asks for longer waits for longer: there is nothing to be had.',
      told: [{ node: 'queue', gauge: 'emptyReceivesTotal' }],
      fixText: 'Poll for 20 s',
      fix: ['packers.waitSeconds=20'],
    },
    {
      text: 'The visibility timeout is too long',
      evidence: '{} messages have ever come back; nobody waits for one that a dead packer holds.',
      told: [{ node: 'queue', gauge: 'returnedTotal' }],
      fixText: 'A timeout of 5 s',
      fix: ['queue.visibilityTimeoutSeconds=5'],
    },
    {
      text: 'All orders are in one message group',
      evidence: 'There is {} group with messages, and it is locked while one of them is packed: {} wait behind it.',
      told: [
        { node: 'queue', gauge: 'groups' },
        { node: 'queue', gauge: 'visible' },
      ],
      fixText: 'A group for each customer',
      fix: ['shop.keys=even', 'shop.keyCount=500'],
    },
  ],
  scene: brokenScene({
    title: 'Twelve packers, one at work',
    brief: { question: 'Why does the line grow while packers stand about?', watchFor: '', tryThis: [] },
    durationSeconds: 120,
    nodes: [
      place('producer', 'shop', 40, 220, {
        name: 'Web shop',
        rate: 4,
        recordBytes: 256,
        keys: 'list',
        keyList: 'orders',
        bufferRecords: 1000,
      }),
      place('fifoQueue', 'queue', 300, 150, { name: 'Orders.fifo' }),
      place('pool', 'packers', 740, 60, { name: 'Packers', workers: 12, messagesPerCall: 1, serviceMs: 1200 }),
    ],
    links: ['shop queue', 'queue packers'],
  }),
}
