import fc from 'fast-check'
import {
  ACTIONS,
  connect,
  defaultNode,
  type Field,
  fieldsOf,
  isNodeId,
  NODE_KINDS,
  parseScenario,
} from '../../src/scenario/index.ts'
import type { Brief, Intervention, Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'

// Random sound scenarios. Whatever comes out is what `parseScenario` would also give, so it may be compared.

const plain = (maxLength: number) => fc.string({ maxLength, unit: 'grapheme' })

export function fieldValue(field: Field): fc.Arbitrary<number | string> {
  const { min = 0, max = 0 } = field
  if (field.type === 'choice') return fc.constantFrom(...(field.choices ?? []).map((choice) => choice.value))
  if (field.type === 'text') return plain(Math.min(max, 30)).filter((text) => text.length <= max)
  if (field.step === 1) return fc.integer({ min, max })
  return fc.oneof(
    fc.double({ min, max, noNaN: true }).map((value) => value + 0),
    fc.integer({ min: Math.ceil(min), max: Math.floor(max) }).map((value) => value + 0),
  )
}

const nodeId = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/).filter(isNodeId)
const place = fc.integer({ min: -2000, max: 2000 }).map((value) => value + 0)

const node: fc.Arbitrary<ScenarioNode> = fc
  .record({ kind: fc.constantFrom(...NODE_KINDS), id: nodeId, name: plain(20), x: place, y: place })
  .chain((frame) =>
    fc
      .tuple(
        ...fieldsOf(frame.kind).map((field) =>
          fc.oneof({ weight: 3, arbitrary: fc.constant(field.default) }, { weight: 1, arbitrary: fieldValue(field) }),
        ),
      )
      .map((values) => {
        const fields = Object.fromEntries(fieldsOf(frame.kind).map((field, index) => [field.name, values[index]]))
        return { ...defaultNode(frame.kind, frame.id, frame.x, frame.y), ...fields, name: frame.name } as ScenarioNode
      }),
  )

function step(nodes: readonly ScenarioNode[]): fc.Arbitrary<Intervention> {
  const at = fc.integer({ min: 0, max: 200_000_000 })
  const worker = fc.integer({ min: 0, max: 63 })
  return fc.constantFrom(...nodes).chain((target) =>
    fc.constantFrom(...ACTIONS[target.kind]).chain((action): fc.Arbitrary<Intervention> => {
      const base = { at, node: fc.constant(target.id) }
      if (action === 'set') {
        const turnable = fieldsOf(target.kind).filter((field) => !field.structural && field.layout !== true)
        return fc.constantFrom(...turnable).chain((field) =>
          fc.record({
            ...base,
            action: fc.constant('set'),
            field: fc.constant(field.name),
            value: fieldValue(field),
          }),
        )
      }
      if (action === 'goTo') {
        return fc.record({
          ...base,
          action: fc.constant('goTo'),
          to: fc.oneof(
            fc.constant('TRIM_HORIZON' as const),
            fc.constant('LATEST' as const),
            fc.integer({ min: 0, max: 100 }),
          ),
        })
      }
      if (action === 'sendOne' || action === 'purge' || action === 'receiveOne' || action === 'deleteOne')
        return fc.record({ ...base, action: fc.constant(action) })
      const shard = fc.nat(9)
      switch (action) {
        case 'splitShard':
          return fc.record({
            ...base,
            action: fc.constant(action),
            shard,
            startingHashKey: fc.oneof(
              fc.constant(''),
              fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((key) => String(key)),
            ),
          })
        case 'goToRecord':
          return fc.record({ ...base, action: fc.constant(action), shard, record: fc.nat(500) })
        case 'put':
          return fc.record({
            ...base,
            action: fc.constant(action),
            key: fc.constantFrom('A', '7', 'own key'),
            bytes: fc.integer({ min: 1, max: 2_000_000 }),
          })
        case 'mergeShards':
          return fc.record({ ...base, action: fc.constant(action), shard, adjacent: shard })
        case 'updateShardCount':
          return fc.record({ ...base, action: fc.constant(action), target: fc.integer({ min: 1, max: 64 }) })
        case 'setRetention':
          return fc.record({ ...base, action: fc.constant(action), hours: fc.integer({ min: 0, max: 9000 }) })
      }
      return fc.record({ ...base, action: fc.constant(action), worker })
    }),
  )
}

const brief = fc.record(
  {
    question: plain(40),
    watchFor: plain(40),
    tryThis: fc.array(plain(20), { maxLength: 4 }),
    slider: fc.constant('producer.rate'),
    sliderFrom: fc.integer(),
    sliderTo: fc.integer(),
    notes: plain(60),
  },
  { requiredKeys: ['question', 'watchFor', 'tryThis'] },
)

const stepsOf = (nodes: readonly ScenarioNode[]): fc.Arbitrary<Intervention[]> =>
  nodes.length === 0 ? fc.constant([]) : fc.array(step(nodes), { maxLength: 8 })

/** What an author has written beside the words: steps with their changes, and what is asked before the run. */
const written = (steps: readonly Intervention[], node: string, texts: readonly string[]): Partial<Brief> => ({
  tryThis: texts.map((text, i) => (i > 0 || steps.length === 0 ? text : { text, changes: [...steps] })),
  ...(texts.length > 1 && {
    predict: { question: texts[0] ?? '', node, gauge: 'a', atSeconds: 5, unit: 'x', from: 0, to: 9, step: 0.5 },
    guesses: [{ is: 'point', question: texts[1] ?? '', node, gauge: 'b', unit: '', to: 7, untilSeconds: 30 }],
  }),
})

/** Any scenario that the app could hold. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    title: plain(30),
    brief,
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    durationSeconds: fc.integer({ min: 1, max: 604_800 }),
    profile: fc.constantFrom('today' as const, 'article' as const),
    region: fc.constantFrom('us-east-1' as const, 'eu-north-1' as const),
    nodes: fc.uniqueArray(node, { minLength: 1, maxLength: 9, selector: (one) => one.id }),
  })
  .chain((frame) =>
    fc.record({
      frame: fc.constant(frame),
      ends: fc.array(fc.tuple(fc.constantFrom(...frame.nodes), fc.constantFrom(...frame.nodes)), { maxLength: 20 }),
      steps: stepsOf(frame.nodes.filter(({ kind }) => ACTIONS[kind].length > 0)),
    }),
  )
  .map(({ frame, ends, steps }) => {
    const bare: Scenario = {
      version: 1,
      ...(frame as Omit<Scenario, 'version' | 'links' | 'interventions'>),
      links: [],
      interventions: [],
    }
    const linked = ends.reduce((scenario, [from, to]) => connect(scenario, from.id, to.id), bare)
    const own = written(steps, frame.nodes[0]?.id ?? '', linked.brief.tryThis as string[])
    const sound = parseScenario({ ...linked, brief: { ...linked.brief, ...own }, interventions: steps })
    if (!sound.ok) throw new Error(`The generator made an unsound scenario: ${sound.message}`)
    return sound.scenario
  })
