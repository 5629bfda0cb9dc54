import { place, SECOND } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** The checkpoint comes first: what was in hand at the crash is passed for good. */
export const checkpointFault: Fault = {
  id: 'fault-gap-after-restart',
  title: 'A gap after the restart',
  complaint: '“Billing was restarted at 0:27. A handful of orders from just before has never been billed.”',
  atSeconds: 70,
  speed: 5,
  symptom: { is: 'gauge', node: 'billing', gauge: 'lostTotal', than: 'above', value: 0, says: 'orders never billed' },
  right: 1,
  causes: [
    {
      text: 'The orders expired during the restart',
      evidence: '{} were lost by expiring. The stream keeps a day.',
      told: [{ node: 'billing', gauge: 'lostUnreadTotal' }],
      fixText: 'Keep orders for a week',
      fix: ['stream.retentionHours=168'],
    },
    {
      text: 'The checkpoint is written before the work is done',
      evidence:
        '{} orders were checkpointed and in hand when the worker died: it goes on behind them. Worked again were {}.',
      told: [
        { node: 'billing', gauge: 'lostTotal' },
        { node: 'billing', gauge: 'processedAgainTotal' },
      ],
      fixText: 'Checkpoint after the work',
      fix: ['billing.checkpointWhen=after'],
    },
    {
      text: 'It checkpoints too seldom',
      evidence: 'Too seldom would mean orders twice, and {} were worked twice. Here some were worked never.',
      told: [{ node: 'billing', gauge: 'processedAgainTotal' }],
      fixText: 'Checkpoint after every batch',
      fix: ['billing.checkpointSeconds=0'],
    },
    {
      text: 'Nobody takes over fast enough',
      evidence: 'Billing is {} s behind now: whatever waited during the restart has been worked.',
      told: [{ node: 'billing', gauge: 'ageMicros', times: 1e-6 }],
      fixText: 'Take over after 1 s',
      fix: ['billing.failoverSeconds=1'],
    },
    {
      text: 'The shop did not send them',
      evidence: 'It made {} orders, and {} were stored.',
      told: [
        { node: 'shop', gauge: 'arrivalsTotal' },
        { node: 'stream', gauge: 'storedTotal' },
      ],
      fixText: 'Send until stored',
      fix: ['shop.attemptsMax=0'],
    },
  ],
  scene: brokenScene({
    title: 'A gap after the restart',
    brief: { question: 'Where are the orders from just before the restart?', watchFor: '', tryThis: [] },
    durationSeconds: 120,
    nodes: [
      place('producer', 'shop', 14, 210, {
        name: 'Web shop',
        rate: 4,
        recordBytes: 256,
        keys: 'list',
        keyList: 'Rome, London, Vienna, Paris',
        bufferRecords: 100,
      }),
      place('stream', 'stream', 212, 196, { name: 'Orders' }),
      place('application', 'billing', 740, 216, {
        name: 'Billing',
        pollIntervalMs: 2000,
        serviceMs: 200,
        recordsPerCall: 20,
        prefetchBatches: 1,
        checkpointSeconds: 0,
        checkpointWhen: 'before',
        failoverSeconds: 10,
      }),
    ],
    links: ['shop stream', 'stream billing'],
    interventions: [
      { at: 27 * SECOND, node: 'billing', action: 'crash', worker: 0 },
      { at: 33 * SECOND, node: 'billing', action: 'start', worker: 0 },
    ],
  }),
}
