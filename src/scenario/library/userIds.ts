import { place, scene } from './build.ts'

/** Worked example W04: many users spread well, and each user stays together. */
export const userIds = scene({
  id: 'user-ids',
  title: 'User id as key',
  brief: {
    question: '1,000 users on four shards: does each shard get a quarter? And one user’s actions?',
    watchFor: 'Four tapes, filled about alike. The records of one user are always on the same one.',
    tryThis: [
      'Take ten users instead of 1,000: how even is it now?',
      'Make one user as busy as all others together.',
      'Give the stream two shards: who moves?',
      'Follow one letter: it never changes its tape.',
    ],
    slider: 'users.rate',
    sliderFrom: 0,
    sliderTo: 12,
    whatYouLearn:
      'With many keys of like weight the hash is nearly even: of user-0 to user-999 four shards get 259, 270, 231 and 240. One user’s actions stay in order on one shard, beside those of many others.',
    commonMistake: 'A shard is taken for one user. It holds all users whose hash falls into its range.',
    minutes: 6,
    facts: ['KIN1.11', 'W04'],
    concepts: ['keys', 'order'],
    predict: {
      question: 'What share of the actions does the third of four shards get?',
      node: 'stream',
      gauge: 'storedTotal',
      row: 2,
      atSeconds: 100,
      times: 100 / 1200,
      unit: '%',
      from: 0,
      to: 50,
      step: 1,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'users', 14, 230, {
      name: 'App',
      rate: 12,
      recordBytes: 256,
      keyCount: 1000,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'Actions', shards: 4 }),
    place('application', 'reader', 740, 230, { name: 'History', pollIntervalMs: 1000, serviceMs: 20 }),
  ],
  links: ['users stream', 'stream reader'],
})
