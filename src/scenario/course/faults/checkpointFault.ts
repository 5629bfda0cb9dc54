import { SECOND } from '../../library/build.ts'
import { checkpoints } from '../../library/checkpoints.ts'
import { brokenLike } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** The checkpoint comes first: what was in hand at the crash is passed for good. */
export const checkpointFault: Fault = {
  id: 'fault-gap-after-restart',
  title: 'A gap after the restart',
  complaint: '“Billing was restarted at 0:27. A handful of orders from just before has never been billed.”',
  atSeconds: 70,
  speed: 5,
  symptom: { is: 'gauge', node: 'reader', gauge: 'lostTotal', than: 'above', value: 0, says: 'orders never billed' },
  right: 1,
  causes: [
    {
      text: 'The orders expired during the restart',
      evidence: '{} were lost by expiring. The stream keeps a day.',
      told: [{ node: 'reader', gauge: 'lostUnreadTotal' }],
      fixText: 'Keep orders for a week',
      fix: ['stream.retentionHours=168'],
    },
    {
      text: 'The checkpoint is written before the work is done',
      evidence:
        '{} orders were checkpointed and in hand when the worker died: it goes on behind them. Worked again were {}.',
      told: [
        { node: 'reader', gauge: 'lostTotal' },
        { node: 'reader', gauge: 'processedAgainTotal' },
      ],
      fixText: 'Checkpoint after the work',
      fix: ['reader.checkpointWhen=after'],
    },
    {
      text: 'It checkpoints too seldom',
      evidence: 'Too seldom would mean orders twice, and {} were worked twice. Here some were worked never.',
      told: [{ node: 'reader', gauge: 'processedAgainTotal' }],
      fixText: 'Checkpoint after every batch',
      fix: ['reader.checkpointSeconds=0'],
    },
    {
      text: 'Nobody takes over fast enough',
      evidence: 'Billing is {} s behind now: whatever waited during the restart has been worked.',
      told: [{ node: 'reader', gauge: 'ageMicros', times: 1e-6 }],
      fixText: 'Take over after 1 s',
      fix: ['reader.failoverSeconds=1'],
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
  scene: brokenLike(checkpoints, {
    title: 'A gap after the restart',
    question: 'Where are the orders from just before the restart?',
    set: [
      'reader.checkpointWhen=before',
      'reader.checkpointSeconds=0',
      // Slow, so that a batch is in hand when the worker dies.
      'reader.pollIntervalMs=2000',
      'reader.serviceMs=200',
    ],
    interventions: [
      { at: 27 * SECOND, node: 'reader', action: 'crash', worker: 0 },
      { at: 33 * SECOND, node: 'reader', action: 'start', worker: 0 },
    ],
  }),
}
