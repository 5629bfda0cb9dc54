import { place, scene } from './build.ts'

/** A decision: jobs that take long, need no order, and are done once. */
export const chooseJobs = scene({
  id: 'choose-jobs',
  title: 'Which would you choose? Jobs that take long',
  brief: {
    question: 'Pictures are cut to size: two seconds each, no order, done once. Four workers. A stream, or a queue?',
    watchFor: 'Behind the shard one worker works and three wait. At the queue each worker takes the next job.',
    tryThis: [
      'Write your choice down with its reason. Then lock the guess and run.',
      {
        text: 'Give the stream four shards: do four workers keep up now?',
        changes: [{ node: 'stream', action: 'set', field: 'shards', value: 4 }],
      },
      'Double the workers on both sides: where does it help?',
      'Kill a worker on each side: who gets its job, and after how long?',
    ],
    slider: 'site.rate',
    sliderFrom: 0,
    sliderTo: 2,
    whatYouLearn:
      'A shard is read in order by one worker, so slow work waits for slow work and more workers need more shards. A queue gives each job to whoever is free. Here the queue decides.',
    commonMistake: 'The larger service is taken for the faster one. Neither limit of throughput is near here.',
    minutes: 9,
    facts: ['SQS.02', 'SQS.05', 'KCL.01', 'A2'],
    correction: 'Many consumers may read one queue, and share its messages: for jobs that is what is wanted.',
    concepts: ['choosing', 'readers', 'limits'],
    predict: {
      question: 'One and a half pictures a second. How many wait behind the stream at 1:30?',
      node: 'reader',
      gauge: 'backlog',
      atSeconds: 90,
      unit: 'pictures',
      from: 0,
      to: 150,
      step: 5,
      choices: [
        { text: 'next to none: four workers are enough', from: 0, to: 15 },
        { text: 'about 90, and more each second', from: 60, to: 120 },
      ],
    },
    guesses: [
      {
        question: 'And at the queue, received or not?',
        node: 'workers',
        gauge: 'processedTotal',
        atSeconds: 90,
        unit: 'pictures done by then',
        from: 0,
        to: 150,
        step: 5,
      },
    ],
  },
  durationSeconds: 120,
  nodes: [
    place('producer', 'site', 14, 230, {
      name: 'Uploads',
      rate: 1.5,
      recordBytes: 256,
      keyPrefix: 'picture-',
      keyCount: 40,
      bufferRecords: 100,
    }),
    place('stream', 'stream', 212, 8, { name: 'Uploads, stream' }),
    place('queue', 'queue', 260, 296, { name: 'Uploads, queue' }),
    place('application', 'reader', 740, 8, {
      name: 'Cutters, stream',
      workers: 4,
      pollIntervalMs: 1000,
      serviceMs: 2000,
    }),
    place('pool', 'workers', 740, 330, { name: 'Cutters, queue', workers: 4, serviceMs: 2000 }),
  ],
  links: ['site stream', 'site queue', 'stream reader', 'queue workers'],
})
