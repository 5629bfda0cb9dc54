import type { NodeKind } from '../../scenario/scenario.ts'

export type PaletteEntry = {
  kind: NodeKind
  name: string
  what: string
  /** What the node is called, where the same kind stands twice in the palette. */
  named?: string
}

/** The palette in the order of the flow. A new kind needs a line here: the compiler asks for its drawing, a test for its name. */
export const PALETTE: readonly { group: string; entries: readonly PaletteEntry[] }[] = [
  {
    group: 'Sources',
    entries: [{ kind: 'producer', name: 'Producer', what: 'Sends records to all its links.' }],
  },
  {
    group: 'Stores',
    entries: [
      { kind: 'stream', name: 'Kinesis stream', what: 'Keeps records in order, for all who read.' },
      { kind: 'queue', name: 'SQS queue', what: 'Gives each message to one worker, who deletes it.' },
      { kind: 'fifoQueue', name: 'SQS FIFO queue', what: 'In order within each message group.' },
      { kind: 'kinesisQueue', name: 'Kinesis queue', what: 'A stream’s records one by one, to acknowledge.' },
      { kind: 'topic', name: 'SNS topic', what: 'A copy of every message for each queue.' },
      { kind: 'monolith', name: 'Monolith', what: 'Takes events in and works them itself.' },
    ],
  },
  {
    group: 'Readers',
    entries: [
      { kind: 'application', name: 'Application', what: 'Reads a stream, each at its own place.' },
      { kind: 'pool', name: 'Workers', what: 'Compete for the messages of a queue.' },
      { kind: 'lambda', name: 'Lambda function', what: 'Is given batches of a stream or a queue.' },
      { kind: 'aggregator', name: 'Counter', what: 'Counts for each key, beside the truth.' },
    ],
  },
  {
    group: 'Ends',
    entries: [
      { kind: 'downstream', name: 'Database', what: 'A system that readers call.' },
      { kind: 'queue', name: 'Dead letters', what: 'A queue for what others give up.', named: 'Dead letters' },
      { kind: 'archive', name: 'Archive', what: 'Keeps what was sent, to send it again.' },
      { kind: 'note', name: 'Note', what: 'Words on the canvas; the run knows nothing of them.' },
    ],
  },
]
