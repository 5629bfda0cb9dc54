import type { KindHelp } from './fieldHelp.ts'

export const RECORDS = 'Records and keys'

export const KEY_HELP: KindHelp = {
  keys: {
    group: RECORDS,
    help: 'How often each partition key is used; the key alone decides the shard.',
  },
  keyCount: {
    group: RECORDS,
    help: 'How many different partition keys there are.',
  },
  keyPrefix: {
    group: RECORDS,
    help: 'Keys are this text and a number: user-0, user-1 and so on.',
  },
  hotShare: {
    group: RECORDS,
    help: 'Part of all records that have the one hot key; the others share the rest evenly. Turned during a run it holds for any keys.',
  },
  zipfExponent: {
    group: RECORDS,
    help: 'Key number n is used in proportion to 1 / n to this power; 0 makes all alike.',
  },
  keyList: {
    group: RECORDS,
    help: 'Keys separated by commas or line breaks; a key that stands twice is used twice as often.',
  },
}
