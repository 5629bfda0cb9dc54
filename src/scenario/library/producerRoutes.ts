import { place, scene } from './build.ts'

/** The producer that must know which queue is whose, and what happens when nobody told it. */
export const producerRoutes = scene({
  id: 'producer-routes',
  title: 'Who knows where it goes?',
  brief: {
    question:
      'The shop itself sends toys to one queue and books to another. Today it begins to sell food. Who gets it?',
    watchFor: 'Toys and books find their queues. Food is made and goes nowhere: nobody has told the shop.',
    tryThis: [
      'Let the link to the book team take food as well.',
      'Let both links take everything: what must the teams do now?',
      'Think of ten teams and who has to be changed for an eleventh.',
      'Compare with the filters of a topic, which the teams set themselves.',
    ],
    slider: 'shop.rate',
    sliderFrom: 0,
    sliderTo: 8,
    whatYouLearn:
      'With a queue for each consumer the producer carries the knowledge of them all. Each change of theirs is a change of its code, and what it forgets is lost without a word.',
    commonMistake: 'Routing in the producer is taken for simpler, because there is one part less.',
    minutes: 5,
    facts: ['SNS.01', 'SNS.08', 'A3'],
    correction: 'With SNS the producer knows one topic, and each team’s subscription says what it wants.',
    concepts: ['fan-out', 'loss'],
    predict: {
      question: 'A third of 180 things in a minute is food. How many of them reach no queue?',
      node: 'shop',
      gauge: 'unroutedTotal',
      atSeconds: 60,
      unit: 'things',
      from: 0,
      to: 180,
      step: 5,
    },
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'shop', 14, 300, {
      name: 'Web shop',
      rate: 3,
      recordBytes: 256,
      keys: 'list',
      keyList: 'toys, books, food',
      bufferRecords: 100,
    }),
    place('queue', 'toys', 300, 8, { name: 'Toy queue' }),
    place('queue', 'books', 300, 380, { name: 'Book queue' }),
    place('pool', 'toyTeam', 800, 90, { name: 'Toy team', workers: 1, serviceMs: 500 }),
    place('pool', 'bookTeam', 800, 470, { name: 'Book team', workers: 1, serviceMs: 500 }),
  ],
  links: ['shop toys toys', 'shop books books', 'toys toyTeam', 'books bookTeam'],
})
