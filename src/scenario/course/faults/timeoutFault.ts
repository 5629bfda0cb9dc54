import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** A batch of ten is worked one after another: the last of it is hidden for too short. */
export const timeoutFault: Fault = {
  id: 'fault-charged-twice',
  title: 'Charged twice',
  complaint:
    '“Some of our customers are charged twice. It is always the same few in ten, and nothing in our logs has failed.”',
  atSeconds: 60,
  speed: 5,
  symptom: {
    is: 'gauge',
    node: 'billing',
    gauge: 'processedAgainTotal',
    than: 'above',
    value: 0,
    says: 'orders worked again',
  },
  right: 1,
  causes: [
    {
      text: 'The queue hands out copies: SQS delivers at least once',
      evidence:
        'Copies would come without any message coming back. Here {} messages came back to the queue, and {} were worked again: look why they came back.',
      told: [
        { node: 'queue', gauge: 'returnedTotal' },
        { node: 'billing', gauge: 'processedAgainTotal' },
      ],
      fixText: 'Ask AWS for a queue without copies',
      fix: ['queue.duplicateShare=0', 'queue.deleteLostShare=0'],
    },
    {
      text: 'A worker takes ten at once, and the timeout is shorter than the work on ten',
      evidence:
        'Ten messages of 2.5 s are 25 s of work, the timeout is 15 s: the last four of a batch come back while they wait in the worker’s hand. {} did.',
      told: [{ node: 'queue', gauge: 'returnedTotal' }],
      fixText: 'Hide messages for longer than a whole batch takes',
      fix: ['queue.visibilityTimeoutSeconds=60'],
    },
    {
      text: 'There are too few workers',
      evidence: 'Waiting now: {}. More workers would take them sooner, and the same orders would be charged again.',
      told: [{ node: 'queue', gauge: 'visible' }],
      fixText: 'Four workers',
      fix: ['billing.workers=4'],
    },
    {
      text: 'Work fails, and the message is tried again',
      evidence: '{} pieces of work have failed. What comes back was worked, or was still waiting for its turn.',
      told: [{ node: 'billing', gauge: 'failedTotal' }],
      fixText: 'A dead-letter queue after three receives',
      fix: ['queue.maxReceiveCount=3'],
    },
    {
      text: 'Short polling asks some servers only',
      evidence: 'That costs empty answers, {} so far, and delays. It brings nothing twice.',
      told: [{ node: 'queue', gauge: 'emptyReceivesTotal' }],
      fixText: 'Poll for 20 s',
      fix: ['billing.waitSeconds=20'],
    },
  ],
  scene: brokenScene({
    title: 'Charged twice',
    brief: { question: 'Why are some customers charged twice?', watchFor: '', tryThis: [] },
    durationSeconds: 120,
    nodes: [
      place('producer', 'shop', 14, 240, {
        name: 'Web shop',
        rate: 0.6,
        recordBytes: 256,
        keys: 'list',
        keyList: 'Rome, London, Vienna, Paris, Berlin',
        profile: 'onOff',
        periodSeconds: 60,
        onShare: 1,
        batchRecords: 10,
        lingerMs: 20000,
        bufferRecords: 100,
      }),
      place('queue', 'queue', 260, 130, { name: 'Orders', visibilityTimeoutSeconds: 15 }),
      place('pool', 'billing', 740, 240, { name: 'Billing', workers: 2, messagesPerCall: 10, serviceMs: 2500 }),
    ],
    links: ['shop queue', 'queue billing'],
  }),
}
