import { type Frame, frameByteLength, frameViews } from '../../src/protocol/frame.ts'
import type { Layout } from '../../src/protocol/layout.ts'
import type { FromWorker } from '../../src/protocol/messages.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { OTHER_PARTS } from '../../src/worker/otherParts.ts'
import { Simulation } from '../../src/worker/simulation.ts'
import { builtIn } from '../scenario/sixScenes.ts'

export type Run = { layout: Layout; scenario: Scenario; frameAt: (seconds: number, windowSeconds: number) => Frame }

/** A built-in scenario, changed where `change` says so. */
export function scenarioOf(id: string, change: Record<string, object> = {}): Scenario {
  const scenario = builtIn(id)
  if (scenario === null) throw new Error(`no scenario ${id}`)
  return { ...scenario, nodes: scenario.nodes.map((node) => ({ ...node, ...change[node.id] }) as typeof node) }
}

/** Real frames of a real run, through the messages of the worker, without a worker. */
export function runOf(scenario: Scenario): Run {
  const tasks: (() => void)[] = []
  let answers: FromWorker[] = []
  const simulation = new Simulation({
    post: (message) => answers.push(message),
    clock: () => 0,
    later: (task) => tasks.push(task),
    others: () => OTHER_PARTS,
  })
  const settle = () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task()
  }
  simulation.handle({ type: 'load', run: 1, scenario, playheadMicros: 0 })
  settle()
  const loaded = answers.find((message) => message.type === 'loaded')
  if (loaded?.type !== 'loaded') throw new Error(JSON.stringify(answers))
  const { layout } = loaded
  return {
    layout,
    scenario,
    frameAt(seconds, windowSeconds) {
      simulation.handle({ type: 'seek', run: 1, toMicros: Math.round(seconds * 1e6) })
      settle()
      answers = []
      const buffer = new ArrayBuffer(frameByteLength(layout.gaugeCount))
      simulation.handle({ type: 'frame', run: 1, buffer, windowMicros: windowSeconds * 1e6 })
      const answer = answers.find((message) => message.type === 'frame')
      if (answer?.type !== 'frame') throw new Error('no frame came')
      return frameViews(answer.buffer, layout.gaugeCount)
    },
  }
}
