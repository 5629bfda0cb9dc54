import type { Evidence } from '../../../src/scenario/course/lesson.ts'
import { addIntervention, setField } from '../../../src/scenario/index.ts'
import type { Intervention, Scenario } from '../../../src/scenario/scenario.ts'

/** What a learner rightly does in a step: an edit at its moment, then playing to `to`, in seconds. */
export type Right = { does?: (scenario: Scenario, atMicros: number) => Scenario; to: number; with?: Partial<Evidence> }

const turn =
  (...fields: [node: string, field: string, value: number | string][]) =>
  (scenario: Scenario, at: number): Scenario =>
    fields.reduce((one, [node, field, value]) => setField(one, node, field, value, at), scenario)

type WithoutAt<Each> = Each extends { at: number } ? Omit<Each, 'at'> : never
const act =
  (...steps: WithoutAt<Intervention>[]) =>
  (scenario: Scenario, at: number): Scenario =>
    steps.reduce((one, step) => addIntervention(one, { ...step, at } as Intervention), scenario)

const link = (from: string, to: string) => (scenario: Scenario) => ({
  ...scenario,
  links: [...scenario.links, { from, to }],
})

const guess = (to: number): Right => ({ to, with: { guessed: true } })

/** By lesson, one for each step that has a check; null for one that only explains. */
export const RIGHT: Readonly<Record<string, readonly (Right | null)[]>> = {
  keys: [
    { does: act({ node: 'producer', action: 'sendOne' }), to: 1 },
    { does: turn(['producer', 'rate', 4]), to: 20 },
    guess(10),
    { does: turn(['stream', 'shards', 2]), to: 4 },
    { does: turn(['sensors', 'recordBytes', 1024]), to: 4 },
    { to: 0, with: { selectedId: 'stream' } },
    guess(10),
    { does: turn(['stream', 'shards', 4]), to: 6 },
    { does: act({ node: 'stream', action: 'splitShard', shard: 0, startingHashKey: '' }), to: 4 },
    { does: turn(['clicks', 'keys', 'even'], ['clicks', 'keyCount', 100]), to: 6 },
    guess(10),
    { does: turn(['sensor', 'keyCount', 40]), to: 6 },
  ],
  consumers: [
    {
      does: (scenario) => addIntervention(scenario, { at: 20e6, node: 'workers', action: 'crash', worker: 2 }),
      to: 32,
    },
    { does: turn(['queue', 'visibilityTimeoutSeconds', 1]), to: 20 },
    guess(20),
    { to: 30 },
    { does: act({ node: 'parcelsQueue', action: 'crash', worker: 0 }), to: 30 },
    {
      does: act({ node: 'packers', action: 'pause', worker: 0 }, { node: 'packers', action: 'pause', worker: 1 }),
      to: 10,
    },
    { does: link('topic', 'parcels'), to: 1 },
    { does: act({ node: 'billing', action: 'goTo', to: 'TRIM_HORIZON' }), to: 25 },
    guess(100),
    { does: turn(['billing', 'sideEffects', 'once']), to: 91 },
    { to: 125 },
    { does: turn(['stream', 'retentionHours', 2 / 60]), to: 130 },
  ],
  order: [
    { to: 16 },
    { does: turn(['stream', 'shards', 2]), to: 15 },
    guess(30),
    { does: turn(['feed', 'attemptsMax', 1]), to: 30 },
    { does: turn(['queue', 'shuffleWindow', 0], ['workers', 'workers', 1]), to: 6 },
    guess(40),
    { does: turn(['customers', 'keys', 'even']), to: 20 },
    { does: turn(['shop', 'keyList', 'Rome']), to: 60 },
    { does: turn(['orders', 'batchRecords', 10]), to: 6 },
    null,
  ],
  slow: [
    guess(60),
    { to: 60 },
    { to: 30 },
    { does: turn(['reader', 'workers', 2]), to: 35 },
    { does: turn(['reader', 'serviceMs', 50], ['reader', 'recordsPerCall', 20]), to: 80 },
    guess(230),
    { does: turn(['reader', 'serviceMs', 100]), to: 201 },
    guess(150),
    { does: turn(['archive', 'reading', 'fanOut'], ['faces', 'reading', 'fanOut']), to: 150 },
    { does: turn(['stream', 'shards', 2]), to: 31 },
    null,
  ],
}
