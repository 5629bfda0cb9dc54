import { SECOND } from '../../library/build.ts'
import { retentionEdge } from '../../library/retentionEdge.ts'
import { brokenLike } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** Away for longer than the stream keeps. */
export const retentionFault: Fault = {
  id: 'fault-lost-weekend',
  title: 'The lost weekend',
  complaint:
    '“Our reader was down from 0:20 to 1:20. It came back, it is up to date, and readings from the time between are missing.”',
  atSeconds: 110,
  speed: 5,
  symptom: { is: 'gauge', node: 'reader', gauge: 'lostUnreadTotal', than: 'above', value: 0, says: 'never read' },
  right: 0,
  causes: [
    {
      text: 'The stream keeps records for less time than the outage took',
      evidence: 'The outage took 60 s, the stream keeps 36 s: {} readings expired before anybody had read them.',
      told: [{ node: 'reader', gauge: 'lostUnreadTotal' }],
      fixText: 'Keep records for 2 minutes',
      fix: ['stream.retentionHours=0.034'],
    },
    {
      text: 'The reader began at the newest record when it came back',
      evidence:
        'It went on at its checkpoint, as far as that was still there. It has {} records to work; LATEST would have left out more.',
      told: [{ node: 'reader', gauge: 'backlog' }],
      fixText: 'Begin at the oldest record',
      fix: ['reader.startPosition=TRIM_HORIZON'],
    },
    {
      text: 'The sensors stopped sending during the outage',
      evidence: 'They made {} readings and {} were stored: a sender does not notice a reader.',
      told: [
        { node: 'sensors', gauge: 'arrivalsTotal' },
        { node: 'stream', gauge: 'storedTotal' },
      ],
      fixText: 'Let the sensors try for ever',
      fix: ['sensors.attemptsMax=0'],
    },
    {
      text: 'The reader is too slow to catch up',
      evidence: 'It is {} s behind: it has caught up with all that was left.',
      told: [{ node: 'reader', gauge: 'ageMicros', times: 1e-6 }],
      fixText: 'Work four times as fast',
      fix: ['reader.serviceMs=5'],
    },
    {
      text: 'The shard refused readings',
      evidence: 'Refused were {}.',
      told: [{ node: 'stream', gauge: 'refusedTotal' }],
      fixText: 'Two shards',
      fix: ['stream.shards=2'],
    },
  ],
  scene: brokenLike(retentionEdge, {
    title: 'The lost weekend',
    question: 'Where are the readings of the outage?',
    durationSeconds: 150,
    // Quick enough to catch up, back at once, with a checkpoint after every batch: nothing but the retention loses records.
    set: ['reader.serviceMs=20', 'reader.recordsPerCall=200', 'reader.failoverSeconds=0', 'reader.checkpointSeconds=0'],
    interventions: [
      { at: 20 * SECOND, node: 'reader', action: 'crash', worker: 0 },
      { at: 80 * SECOND, node: 'reader', action: 'start', worker: 0 },
    ],
  }),
}
