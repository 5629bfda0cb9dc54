/** What a kind of node claims to do, by the IDs of statements and examples, and what it leaves out. Every claim needs a test. */
export type ModelCard = {
  kind: string
  title: string
  claims: readonly string[]
  /** What no statement of AWS is behind, as the titles of the tests that prove it. */
  ours?: readonly string[]
  leavesOut: readonly string[]
  /** Where its proofs are looked for first: the beginning of a path in tests. */
  testsIn?: string
}

const range = (service: string, ids: string): string[] => ids.split(' ').map((id) => `${service}${id}`)

export const MODEL_CARDS: readonly ModelCard[] = [
  {
    kind: 'producer',
    title: 'Producer',
    claims: [
      ...range('KIN1.', '06 07 08 09 10 12 19'),
      ...range('KIN6.', '06 07 08'),
      ...['SQS.04', 'SQS.20', 'W10', 'W11', 'W32', 'W35', 'A3'],
    ],
    leavesOut: [
      'Of the producer library: its shard map, which is always right here, and metrics',
      'Contents of records, compression, base64',
      'Calls that are carried out and whose answer is lost: a call that fails comes to nothing (X-N1)',
    ],
  },
  {
    kind: 'stream',
    title: 'Kinesis data stream',
    testsIn: 'kinesis/',
    claims: [
      ...range('KIN1.', '01 02 04 05 11 13 14 15 16 17 18'),
      ...range('KIN2.', '01 02 03 04 05 06 07 08 09 10 11 12 13'),
      ...range('KIN3.', '01 02 03 04 05 06'),
      ...range('KIN4.', '01 02 03 04 05 06'),
      ...range('KIN5.', '02 03 04 05 06 07 08 09 10'),
      'KIN6.01',
      ...range('W', '01 02 03 04 05 06 07 08 09 14 15 16 21 22 51 53 54'),
    ],
    leavesOut: ['Zones, and what happens when one is lost', 'Channels and streaming tables (KIN6.05)'],
  },
  {
    kind: 'application',
    title: 'Kinesis application',
    testsIn: 'kcl/',
    claims: [
      ...range('KCL.', '01 02 03 04 04b 05 06 07 08 09 10 11 12 13 14 15 17 18 19 20 21'),
      ...range('KIN3.', '01 02 04 05 06 07'),
      ...range('W', '18 19 20 24 25 26 27 28 44 52 55'),
    ],
    leavesOut: ['The lease table as a DynamoDB table with limits of its own'],
  },
  {
    kind: 'queue',
    title: 'SQS standard queue',
    testsIn: 'sqs/',
    claims: [
      ...range('SQS.', '01 02 03 04 05 06 07 08 09 10 11 12 13 14 14b 15 16 17 18 19 19b 21 22 23 24'),
      ...range('W', '29 30 31 47 56'),
    ],
    leavesOut: ['Encryption, permissions', 'Servers that fail: a duplicate is a seeded fault'],
  },
  {
    kind: 'fifoQueue',
    title: 'SQS FIFO queue',
    testsIn: 'sqs/',
    claims: [
      ...range('FIFO.', '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25'),
      ...range('W', '31 33 34 35'),
    ],
    leavesOut: ['How AWS spreads groups over partitions: a hash of ours'],
  },
  {
    kind: 'kinesisQueue',
    title: 'Kinesis queue',
    testsIn: 'kinesisQueue/',
    claims: range('KIN6.', '01 02 03 04'),
    leavesOut: [
      'How far the order goes: a receive takes any of ten records in line, our assumption',
      'Records packed by the producer library: each user record is given out alone',
      'The time in which a queue is CREATING, and what becomes of it when its stream is made provisioned',
    ],
  },
  {
    kind: 'pool',
    title: 'Worker pool',
    testsIn: 'pools/',
    claims: [
      ...range('SQS.', '02 04 05 06 11 12 20'),
      ...range('FIFO.', '02 07 08 15 20 22'),
      ...['W32', 'W56', 'A14'],
    ],
    ours: [
      'all at once: the batch takes as long as its slowest, and only then the worker receives again',
      'a poison message comes back for ever, and costs work each time; the others go on',
      'a slow-down holds for work that begins from then on',
      'for each message after its work, and deletes when the answer has come',
    ],
    leavesOut: ['How long ChangeMessageVisibility takes', 'Polls under way while a worker stands still'],
  },
  {
    kind: 'topic',
    title: 'SNS topic',
    testsIn: 'sns/',
    claims: range('SNS.', '01 02 03 04 05 06 07 08 09 10'),
    leavesOut: ['Subscribers other than queues', 'Encryption, permissions'],
  },
  {
    kind: 'lambda',
    title: 'Lambda function with its event source mapping',
    testsIn: 'lambda/',
    claims: [
      ...range('LKI.', '01 02 03 04 05 06 07 08 09 10 11 12 13 14'),
      ...range('LSQ.', '01 02 03 04 05 06 07 08 09 10 11 12 13'),
      ...range('W', '36 37 38 39 40 41 42'),
      'KIN2.14',
    ],
    leavesOut: ['Event filters', 'Code, memory size and billing by the millisecond'],
  },
  {
    kind: 'monolith',
    title: 'Monolith',
    claims: ['W49', 'A1'],
    leavesOut: ['How a garbage collector works: pauses are our assumption (X-M1)'],
  },
  {
    kind: 'downstream',
    title: 'System downstream',
    testsIn: 'around/downstream',
    claims: ['KCL.08', 'KCL.10', 'KCL.12'],
    ours: [
      'one call for each record after its work: an invocation of 5 takes 0.1 + 5 x (0.02 + 0.05) s',
      'beyond its waiting calls it refuses; a timeout ends the invocation, and the call is worked all the same',
      'an outage fails what is at work or waits, and refuses the rest until it is over',
      'M/M/2: the mean wait of calls agrees with the formula',
    ],
    leavesOut: ['What is stored in it', 'Retries by its callers within one piece of work'],
  },
  {
    kind: 'aggregator',
    title: 'Counter by key',
    testsIn: 'around/aggregator',
    claims: ['A18', 'KCL.10', 'KIN6.01', 'SQS.02', 'SQS.17'],
    ours: [
      'without a crash its answer is the truth: what was stored',
      'a key whose records lie in two shards after a split is counted whole',
    ],
    leavesOut: ['Windows of time', 'Several workers of one counter'],
  },
  {
    kind: 'archive',
    title: 'Archive',
    testsIn: 'around/archive',
    claims: ['SQS.17'],
    ours: [
      'a replay from some seconds back sends only what came since',
      'what is older than its retention is not sent again',
    ],
    leavesOut: ['What storage costs and how long it takes to answer'],
  },
]
