import { defaultNode } from '../../defaults.ts'
import { place } from '../../library/build.ts'
import type { Scenario } from '../../scenario.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** Two applications on one queue that both expect everything. */
export const sharedQueueFault: Fault = {
  id: 'fault-half-the-orders',
  title: 'Half of the orders',
  complaint: '“Since Statistics went live, Billing misses about half of the orders. Statistics misses the other half.”',
  atSeconds: 40,
  speed: 2,
  symptom: {
    is: 'gauge',
    node: 'billing',
    gauge: 'processedTotal',
    than: 'below',
    value: 70,
    says: 'orders billed of 80',
  },
  right: 0,
  causes: [
    {
      text: 'Both applications take from one queue',
      evidence:
        'Billing worked {}, Statistics {}: together they are all that the shop sent. Each message went to one of them.',
      told: [
        { node: 'billing', gauge: 'processedTotal' },
        { node: 'statistics', gauge: 'processedTotal' },
      ],
      fixText: 'A topic, and a queue for each application',
      fix: withQueueForEach,
    },
    {
      text: 'Billing is too slow',
      evidence: 'Nothing waits for it: {} messages are in the queue.',
      told: [{ node: 'queue', gauge: 'visible' }],
      fixText: 'Work of 200 ms in Billing',
      fix: ['billing.serviceMs=200'],
    },
    {
      text: 'Messages expire before Billing comes to them',
      evidence: '{} have expired. The queue keeps messages for four days.',
      told: [{ node: 'queue', gauge: 'expiredTotal' }],
      fixText: 'Keep messages for 14 days',
      fix: ['queue.retentionHours=336'],
    },
    {
      text: 'The shop sends too little',
      evidence: 'It made {} orders and the queue stored {}.',
      told: [
        { node: 'shop', gauge: 'arrivalsTotal' },
        { node: 'queue', gauge: 'storedTotal' },
      ],
      fixText: 'Send each order until it is stored',
      fix: ['shop.attemptsMax=0'],
    },
    {
      text: 'The visibility timeout is too short',
      evidence: '{} messages came back to the queue. Each was worked in time, once, by one of the two.',
      told: [{ node: 'queue', gauge: 'returnedTotal' }],
      fixText: 'A timeout of five minutes',
      fix: ['queue.visibilityTimeoutSeconds=300'],
    },
  ],
  scene: brokenScene({
    title: 'Half of the orders',
    brief: { question: 'Who has the other half of the orders?', watchFor: '', tryThis: [] },
    durationSeconds: 90,
    nodes: [
      place('producer', 'shop', 14, 240, { name: 'Web shop', rate: 2, recordBytes: 256, bufferRecords: 100 }),
      place('queue', 'queue', 340, 130, { name: 'Orders' }),
      place('pool', 'billing', 820, 90, { name: 'Billing', workers: 2, serviceMs: 400 }),
      place('pool', 'statistics', 820, 390, { name: 'Statistics', workers: 2, serviceMs: 400 }),
    ],
    links: ['shop queue', 'queue billing', 'queue statistics'],
  }),
}

function withQueueForEach(scenario: Scenario): Scenario {
  return {
    ...scenario,
    nodes: [
      ...scenario.nodes,
      { ...defaultNode('topic', 'topic', 180, 260), name: 'Order topic' },
      { ...defaultNode('queue', 'statisticsQueue', 340, 430), name: 'Orders for Statistics' },
    ],
    links: [
      { from: 'shop', to: 'topic' },
      { from: 'topic', to: 'queue' },
      { from: 'topic', to: 'statisticsQueue' },
      { from: 'queue', to: 'billing' },
      { from: 'statisticsQueue', to: 'statistics' },
    ],
  }
}
