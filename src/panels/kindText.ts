import { KIND_NAMES } from '../scenario/kindNames.ts'
import { KIND_WORDS } from '../scenario/kindWords.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'
import { modeText } from '../scenario/streamMode.ts'

/** What a node is, in the words of its service; `shards`: how many a stream has now. */
export function kindText(node: ScenarioNode, shards: number): string {
  switch (node.kind) {
    case 'producer':
      return 'Producer, sends records to all its links'
    case 'stream':
      return `Kinesis data stream, ${modeText(node)}, ${shards} ${shards === 1 ? 'shard' : 'shards'}`
    case 'queue':
      return 'SQS standard queue'
    case 'application':
      return node.reading === 'fanOut' ? 'Kinesis application, enhanced fan-out' : 'Kinesis application, shared polling'
    case 'pool':
      return `${node.workers === 1 ? 'One worker' : `${node.workers} workers`}, competing for the messages`
    case 'note':
      return 'Words on the canvas; the run knows nothing of them'
    default:
      return KIND_WORDS[node.kind].what
  }
}

/** The same in two words, for lists. */
export function kindShort(node: ScenarioNode, shards = 0): string {
  const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  switch (node.kind) {
    case 'producer':
      return 'Producer'
    case 'stream':
      return shards === 0 ? 'Stream' : `Stream, ${many(shards, 'shard')}`
    case 'queue':
      return 'Queue'
    case 'application':
      return `Application, ${many(node.workers, 'worker')}`
    case 'pool':
      return many(node.workers, 'worker')
    default:
      return KIND_NAMES[node.kind]
  }
}
