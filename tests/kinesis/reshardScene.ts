import { createEngine, INTERVENTION_ANSWERS } from '../../src/engine/index.ts'
import { defaultNode } from '../../src/scenario/index.ts'
import type { Intervention, Scenario, StreamNode } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { stepsOf } from '../engine/timeline.ts'
import { fixture } from '../scenario/fixtures/build.ts'

// A scene with a stream that is changed during the run, its steps drawn as a timeline.

type Without<Each> = Each extends { at: number; node: string } ? Omit<Each, 'at' | 'node'> : never
type Step = Without<Intervention>

/** `split 0`, `split 0 at 5`, `merge 0 1`, `count 4`, `retention 48`, `capacityMode=provisioned`. */
function stepOf(words: string): Step {
  const [what, ...rest] = words.split(' ')
  const [first, second] = rest.map(Number)
  if (what === 'split') return { action: 'splitShard', shard: first!, startingHashKey: rest[2] ?? '' }
  if (what === 'merge') return { action: 'mergeShards', shard: first!, adjacent: second! }
  if (what === 'count') return { action: 'updateShardCount', target: first! }
  if (what === 'retention') return { action: 'setRetention', hours: first! }
  const [field, value] = words.split('=')
  return { action: 'set', field: field!, value: Number.isNaN(Number(value)) ? value! : Number(value) }
}

/** One producer, one stream and its steps; what else there is comes with `more`. */
export function reshardScene(
  stream: Partial<StreamNode>,
  drawing: string,
  more: { nodes?: Scenario['nodes']; ends?: string[]; durationSeconds?: number; rate?: number } = {},
): Scenario {
  return fixture({
    id: 'resharding',
    title: 'Resharding',
    durationSeconds: more.durationSeconds ?? 600,
    nodes: [
      { ...defaultNode('producer', 'producer', 0, 0), rate: more.rate ?? 20 },
      { ...defaultNode('stream', 'stream', 200, 0), ...stream },
      ...(more.nodes ?? []),
    ],
    interventions: stepsOf(drawing).map(({ seconds, action }) => ({
      at: Number(seconds) * 1_000_000,
      node: 'stream',
      ...stepOf(action),
    })) as Intervention[],
    ends: ['producer stream', ...(more.ends ?? [])],
  })
}

/** What became of each step, after the whole run. */
export function answersIn(scenario: Scenario): string[] {
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(scenario.durationSeconds * 1_000_000, Number.POSITIVE_INFINITY)
  return engine.plan.interventions.map((_, i) => INTERVENTION_ANSWERS[engine.answers[i]!]!)
}
