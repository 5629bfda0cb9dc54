import { place, SECOND, scene } from './build.ts'

/** A decision: every order once, and after a bug some of them again. */
export const chooseReplay = scene({
  id: 'choose-replay',
  title: 'Which would you choose? Half a minute to do again',
  brief: {
    question: 'Billing works every order. After a bug it must do its last half minute again. A stream, or a queue?',
    watchFor: 'At 1:20 both designs are asked for the past. The mark jumps back; the queue has nothing to go back to.',
    tryThis: [
      'Write your choice down with its reason. Then lock the guesses and run.',
      'Read the table beside it row by row: which rows matter for Billing?',
      'Turn the orders to 20 a second: which design notices first?',
      'Compare it with the orders that are kept elsewhere: what is a replay from there?',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 20,
    whatYouLearn:
      'Both get the work done. Only the stream still has what was worked, for as long as it keeps records; a queue forgets what is deleted, and whoever wants it back must have kept it elsewhere. Here replay decides.',
    commonMistake: 'A choice is made by throughput, which neither design is short of here.',
    minutes: 10,
    facts: ['KIN2.11', 'SQS.17', 'A13'],
    correction:
      'Topics can be given a replay today: a FIFO topic archives what passes it. It is one more thing to choose.',
    concepts: ['choosing', 'replay'],
    predict: {
      question: 'At 1:20, how many orders of the last half minute can the queue give out once more?',
      node: 'queue',
      gauge: 'visible',
      atSeconds: 80,
      unit: 'messages',
      from: 0,
      to: 150,
      step: 1,
      choices: [
        { text: 'all of them, about 120', from: 60, to: 151 },
        { text: 'none that was worked', from: 0, to: 10 },
      ],
    },
    guesses: [
      {
        question: 'And the stream: how many does Billing work again?',
        node: 'billing',
        gauge: 'processedAgainTotal',
        atSeconds: 115,
        unit: 'records',
        from: 0,
        to: 200,
        step: 5,
      },
    ],
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 250, {
      name: 'Web shop',
      rate: 4,
      recordBytes: 256,
      keys: 'list',
      keyList: 'Rome, London, Vienna, Paris',
      bufferRecords: 200,
    }),
    place('stream', 'stream', 212, 8, { name: 'Order stream' }),
    place('queue', 'queue', 260, 296, { name: 'Order queue' }),
    place('application', 'billing', 740, 30, { name: 'Billing, stream', pollIntervalMs: 1000, serviceMs: 50 }),
    place('pool', 'clerks', 740, 372, { name: 'Billing, queue', workers: 2, serviceMs: 300 }),
  ],
  links: ['shop stream', 'shop queue', 'stream billing', 'queue clerks'],
  interventions: [{ at: 80 * SECOND, node: 'billing', action: 'goTo', to: 30 }],
})
