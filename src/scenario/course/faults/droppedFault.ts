import { place } from '../../library/build.ts'
import { brokenScene } from '../brokenScene.ts'
import type { Fault } from '../fault.ts'

/** The answer of PutRecords is not looked at: what was refused is never sent again. */
export const droppedFault: Fault = {
  id: 'fault-missing-pictures',
  title: 'Pictures are missing',
  complaint:
    '“The camera says that it sent everything, every call came back with 200. Pictures are missing all the same.”',
  atSeconds: 40,
  speed: 2,
  symptom: {
    is: 'gauge',
    node: 'camera',
    gauge: 'givenUpTotal',
    row: 0,
    than: 'above',
    value: 0,
    says: 'never stored',
  },
  right: 2,
  causes: [
    {
      text: 'The reader skips some',
      evidence: 'It skipped {} and lost {}. The pictures never stood on the tape.',
      told: [
        { node: 'reader', gauge: 'skippedTotal' },
        { node: 'reader', gauge: 'lostUnreadTotal' },
      ],
      fixText: 'Let the reader try failed work again',
      fix: ['reader.onFailure=retry'],
    },
    {
      text: 'They expire before they are read',
      evidence: '{} have expired, and the reader is {} s behind.',
      told: [
        { node: 'stream', gauge: 'expiredTotal' },
        { node: 'reader', gauge: 'ageMicros', times: 1e-6 },
      ],
      fixText: 'Keep pictures for a week',
      fix: ['stream.retentionHours=168'],
    },
    {
      text: 'Single pictures of a call are refused, and the camera does not send them again',
      evidence:
        'The shard refused {} pictures and stored {}. The call as a whole succeeds; each picture has an answer of its own.',
      told: [
        { node: 'stream', gauge: 'refusedTotal' },
        { node: 'stream', gauge: 'storedTotal' },
      ],
      fixText: 'Send what was refused again, until it is stored',
      fix: ['camera.attemptsMax=0', 'camera.backoffBaseMs=300'],
    },
    {
      text: 'The buffer of the camera is too small',
      evidence: '{} were dropped from it, and {} lie in it now.',
      told: [
        { node: 'camera', gauge: 'droppedTotal', row: 0 },
        { node: 'camera', gauge: 'held', row: 0 },
      ],
      fixText: 'A buffer of 5,000 pictures',
      fix: ['camera.bufferRecords=5000'],
    },
    {
      text: 'Calls get lost in the network',
      evidence: 'All {} attempts reached the stream and were answered there.',
      told: [{ node: 'stream', gauge: 'attemptsTotal' }],
      fixText: 'A better line',
      fix: ['camera.callFailureShare=0', 'camera.callLatencyMs=5'],
    },
  ],
  scene: brokenScene({
    title: 'Pictures are missing',
    brief: { question: 'Every call succeeds. Where do pictures get lost?', watchFor: '', tryThis: [] },
    durationSeconds: 90,
    nodes: [
      place('producer', 'camera', 14, 210, {
        name: 'Camera',
        rate: 3,
        recordBytes: 1000,
        recordBytesMax: 600_000,
        keys: 'list',
        keyList: 'door',
        batchRecords: 3,
        lingerMs: 1000,
        callsAtOnce: 1,
        bufferRecords: 200,
        attemptsMax: 1,
      }),
      place('stream', 'stream', 212, 196, { name: 'Pictures' }),
      place('application', 'reader', 740, 216, { name: 'Reader', pollIntervalMs: 1000, serviceMs: 20 }),
    ],
    links: ['camera stream', 'stream reader'],
  }),
}
