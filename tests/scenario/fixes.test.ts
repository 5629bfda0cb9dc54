import { expect, test } from 'vitest'
import { emptyScenario } from '../../src/scenario/emptyScenario.ts'
import { addNode, connect, problems, setField } from '../../src/scenario/index.ts'
import { fixOf } from '../../src/scenario/problems/fixes.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from './sixScenes.ts'

function fixed(scenario: Scenario, field: string) {
  const problem = problems(scenario).find((one) => one.field === field)!
  const fix = fixOf(scenario, problem)
  expect(problems(fix!.scenario).some((one) => one.field === field && one.nodeId === problem.nodeId)).toBe(false)
  return fix!.label
}

test('SQS.05 a visibility timeout shorter than the work gets the first round number that is longer', () => {
  let scene = emptyScenario()
  scene = connect(addNode(addNode(scene, 'queue', 0, 0), 'pool', 300, 0), 'queue', 'pool')
  scene = setField(scene, 'pool', 'serviceMs', 45_000, 0)
  expect(fixed(scene, 'visibilityTimeoutSeconds')).toMatch(/: 60 s$|: 1 min$/)
})

test('KIN1.02 a stream that is offered too much gets as many shards as that needs', () => {
  const scene = setField(builtIn('two-shards')!, 'producer', 'rate', 3600, 0)
  expect(fixed(scene, 'writeRecordsPerSecond')).toMatch(/: 4 shards$/)
})

test('workers beyond the shards are as many as the shards', () => {
  const scene = setField(builtIn('one-shard')!, 'reader', 'workers', 5, 0)
  expect(fixed(scene, 'workers')).toMatch(/: 1 worker$/)
})

test('FIFO.04 half of high throughput becomes the whole or none of it', () => {
  let scene = addNode(emptyScenario(), 'fifoQueue', 0, 0)
  scene = setField(scene, 'fifoQueue', 'deduplicationScope', 'messageGroup', 0)
  const field = problems(scene).find((one) => one.nodeId === 'fifoQueue' && one.field !== undefined)!.field!
  fixed(scene, field)
})

test('what has no safe answer has no fix', () => {
  const scene = addNode(emptyScenario(), 'application', 0, 0)
  const [problem] = problems(scene)
  expect(problem?.text).toMatch(/reads nothing yet/)
  expect(fixOf(scene, problem!)).toBeNull()
})
