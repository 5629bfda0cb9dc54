import { problems } from '../../scenario/index.ts'
import type { Problem } from '../../scenario/problems.ts'
import type { Scenario } from '../../scenario/scenario.ts'

export const sceneProblems = (scenario: Scenario): { problem: Problem; nodeName: string }[] =>
  problems(scenario).map((problem) => ({
    problem,
    nodeName: scenario.nodes.find((node) => node.id === problem.nodeId)?.name ?? problem.nodeId,
  }))
