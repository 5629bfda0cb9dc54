import type { Words } from '../limit.ts'
import type { ASSUMPTIONS } from '../numbers/assumptions.ts'

export const ASSUMPTION_WORDS = {
  'X-U1': [
    'ours',
    'X',
    'Bytes in one MB of a limit',
    'AWS writes MB and MiB for the same limits; its API documentation and KPL support this reading.',
  ],
  'X-U1.kb': ['ours', 'X', 'Bytes in one KB of a limit or price'],
  'X-U1.gb': ['ours', 'X', 'Bytes in one GB of a limit or price'],
  'X-K1': [
    'ours',
    'X',
    'Seconds of unused write limit that a shard saves',
    'Two token buckets for each shard, refilled continuously; AWS publishes no algorithm.',
  ],
  'X-K1.window': [
    'ours',
    'X',
    'Fixed window in which writes are counted, where a scenario chooses that',
    'The other way to read "per second"; nothing is saved from one window to the next.',
  ],
  'X-K2': [
    'ours',
    'X',
    'Seconds of unused read limit that a shard saves',
    'A call is allowed while the budget is above 0 and may take it below; the pause after 10 MB is kept as a rule of its own.',
  ],
  'X-K2.calls': ['ours', 'X', 'Seconds of unused read calls that a shard saves'],
  'X-K3': [
    'ours',
    'X',
    'Enforce 2,000 records/s read from a shard (0 = no)',
    'New wording of the quotas page, not verified, so it is off.',
  ],
  'X-K4.creating': ['ours', 'X', 'Time that a stream is CREATING', 'AWS publishes no number.'],
  'X-K4.consumer': ['ours', 'X', 'Time that a registered consumer is CREATING', 'AWS publishes no number.'],
  'X-K4.queue': ['ours', 'X', 'Time until a Kinesis queue can be read', 'AWS publishes no number.'],
  'X-K5': [
    'ours',
    'X',
    'Latest that on-demand capacity grows after its trigger',
    'At a seeded time within the 15 minutes of KIN5.05 and KIN5.06.',
  ],
  'X-Q1.servers': [
    'ours',
    'X',
    'Servers of a queue',
    'Each message lies on 3 of them; a short poll asks half of them.',
  ],
  'X-Q1.copies': ['ours', 'X', 'Servers that hold one message'],
  'X-Q1.asked': ['ours', 'X', 'Share of the servers that a short poll asks', 'Rounded up.'],
  'X-F1': [
    'ours',
    'X',
    'Unused calls that a FIFO queue saves for each action',
    'One token bucket for an action, in high throughput mode for an action and partition.',
  ],
  'X-F1.refill': ['ours', 'X', 'Calls that come back to it'],
  'X-M1': [
    'ours',
    'X',
    'Heap bytes for one byte of an event in a monolith',
    'Also ours: pauses of the collector above a share of the heap, death when it is full, refused connections until the restart.',
  ],
  'X-L1': ['ours', 'X', 'Time of one put call', 'Within 5 to 15 ms; AWS publishes no number.'],
  'X-L2': ['ours', 'X', 'Time of one GetRecords call', 'Within 10 to 20 ms; AWS publishes no number.'],
  'X-L3': ['memory', 'M', 'Cold start of a Lambda function', 'From memory; it depends on the runtime.'],
} as const satisfies Record<keyof typeof ASSUMPTIONS, Words>
