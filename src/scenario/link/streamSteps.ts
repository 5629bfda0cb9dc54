import type { Intervention } from '../intervention.ts'

// What is done to a stream in the short form of a link: an action's letter and its arguments. Letters are frozen.

/** Letter and arguments; null for what is done to other nodes. */
export function shortStreamStep(step: Intervention): [letter: string, ...rest: (number | string)[]] | null {
  switch (step.action) {
    case 'splitShard':
      return step.startingHashKey === '' ? ['k', step.shard] : ['k', step.shard, step.startingHashKey]
    case 'mergeShards':
      return ['j', step.shard, step.adjacent]
    case 'updateShardCount':
      return ['n', step.target]
    case 'setRetention':
      return ['e', step.hours]
    default:
      return null
  }
}

type Argument = number | string | undefined

/** Back again, without moment and node; null for another letter. */
export function longStreamStep(letter: string, first: Argument, second: Argument): Record<string, unknown> | null {
  switch (letter) {
    case 'k':
      return { action: 'splitShard', shard: first, ...(second === undefined ? {} : { startingHashKey: second }) }
    case 'j':
      return { action: 'mergeShards', shard: first, adjacent: second }
    case 'n':
      return { action: 'updateShardCount', target: first }
    case 'e':
      return { action: 'setRetention', hours: first }
    default:
      return null
  }
}
