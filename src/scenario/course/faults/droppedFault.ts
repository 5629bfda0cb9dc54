import { partialFailure } from '../../library/partialFailure.ts'
import { brokenLike } from '../brokenScene.ts'
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
    node: 'feed',
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
      fix: ['feed.attemptsMax=0'],
    },
    {
      text: 'The buffer of the camera is too small',
      evidence: '{} were dropped from it, and {} lie in it now.',
      told: [
        { node: 'feed', gauge: 'droppedTotal', row: 0 },
        { node: 'feed', gauge: 'held', row: 0 },
      ],
      fixText: 'A buffer of 5,000 pictures',
      fix: ['feed.bufferRecords=5000'],
    },
    {
      text: 'Calls get lost in the network',
      evidence: 'All {} attempts reached the stream and were answered there.',
      told: [{ node: 'stream', gauge: 'attemptsTotal' }],
      fixText: 'A better line',
      fix: ['feed.callFailureShare=0', 'feed.callLatencyMs=5'],
    },
  ],
  scene: brokenLike(partialFailure, {
    title: 'Pictures are missing',
    question: 'Every call succeeds. Where do pictures get lost?',
    set: ['feed.attemptsMax=1'],
  }),
}
