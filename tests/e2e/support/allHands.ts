import { ENGINE_VERSION } from '../../../src/protocol/engineVersion.ts'
import { place, scene } from '../../../src/scenario/library/build.ts'
import { encodeFull } from '../../../src/scenario/link/encodeFull.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'

const brief = {
  ...{ question: 'What can be taken hold of?', watchFor: '', tryThis: [], whatYouLearn: '', commonMistake: '' },
  ...{ minutes: 1, facts: [], concepts: [] },
}
const orders = { rate: 4, recordBytes: 256, keys: 'list', keyList: 'Rome, London, Vienna', bufferRecords: 100 } as const

/** One node of each kind that a hand can do something to. */
export const ALL_HANDS: Scenario = scene({
  id: 'all-hands',
  title: 'All hands',
  brief,
  durationSeconds: 60,
  nodes: [
    place('producer', 'shop', 14, 8, { name: 'Shop', ...orders }),
    place('stream', 'stream', 220, 8, { name: 'Orders', shards: 1 }),
    place('application', 'billing', 720, 8, { name: 'Billing', workers: 2, coordination: 'kcl3', serviceMs: 20 }),
    place('application', 'search', 720, 170, { name: 'Search', workers: 2, serviceMs: 20 }),
    place('lambda', 'mailer', 720, 330, { name: 'Mailer', serviceMs: 20 }),
    place('aggregator', 'counter', 720, 500, { name: 'Counter', serviceMs: 20 }),
    place('downstream', 'bank', 1000, 330, { name: 'Bank' }),
    place('queue', 'jobs', 220, 330, { name: 'Jobs' }),
    place('pool', 'packers', 1000, 520, { name: 'Packers', workers: 2, serviceMs: 400 }),
    place('fifoQueue', 'line', 420, 620, { name: 'Line.fifo' }),
    place('application', 'late', 900, 8, { name: 'Late', startSeconds: 30 }),
    place('topic', 'topic', 14, 300, { name: 'News' }),
    place('monolith', 'old', 14, 440, { name: 'Old shop' }),
  ],
  links: [
    ...['shop stream', 'shop jobs', 'shop topic', 'shop old', 'shop line', 'topic jobs'],
    ...[
      'stream billing',
      'stream search',
      'stream late',
      'stream mailer',
      'stream counter',
      'mailer bank',
      'jobs packers',
    ],
  ],
})

export const allHandsLink = async (seconds: number): Promise<string> =>
  `#s=${await encodeFull(ALL_HANDS, ENGINE_VERSION)}&t=${seconds}`
