import { expect, test } from 'vitest'
import { defaultNode, problems } from '../../src/scenario/index.ts'
import type { LambdaNode, QueueNode, Scenario } from '../../src/scenario/scenario.ts'

function withFunction(fields: Partial<LambdaNode>, queueFields: Partial<QueueNode> = {}): Scenario {
  return {
    version: 1,
    title: '',
    brief: { question: '', watchFor: '', tryThis: [] },
    seed: 1,
    durationSeconds: 60,
    nodes: [
      { ...(defaultNode('queue', 'queue', 0, 0) as QueueNode), ...queueFields },
      { ...(defaultNode('lambda', 'function', 0, 0) as LambdaNode), ...fields },
    ],
    links: [{ from: 'queue', to: 'function' }],
    interventions: [],
  }
}

const factsOf = (scenario: Scenario) => problems(scenario).map(({ field, factId }) => `${field} ${factId}`)

test('LSQ.12 a visibility timeout below six times the function timeout and the window is told', () => {
  expect(factsOf(withFunction({ timeoutSeconds: 5 }))).toEqual([])
  expect(factsOf(withFunction({ timeoutSeconds: 6 }))).toEqual(['visibilityTimeoutSeconds LSQ.12'])
  expect(factsOf(withFunction({ timeoutSeconds: 5, windowSeconds: 1 }))).toEqual(['visibilityTimeoutSeconds LSQ.12'])
  expect(factsOf(withFunction({ timeoutSeconds: 6 }, { visibilityTimeoutSeconds: 36 }))).toEqual([])
})

test('LSQ.07 a batch above 10 without a window is told', () => {
  expect(factsOf(withFunction({ messagesPerBatch: 11 }))).toEqual(['windowSeconds LSQ.07'])
  expect(factsOf(withFunction({ messagesPerBatch: 11, windowSeconds: 1 }, { visibilityTimeoutSeconds: 60 }))).toEqual(
    [],
  )
})

test('LSQ.07 LSQ.12 on a FIFO queue: more than 10 and a window are told, and the timeout as on any queue', () => {
  const onFifo = (fields: Partial<LambdaNode>): Scenario => {
    const scenario = withFunction(fields)
    return { ...scenario, nodes: [defaultNode('fifoQueue', 'queue', 0, 0), scenario.nodes[1]!] }
  }
  expect(factsOf(onFifo({ timeoutSeconds: 5 }))).toEqual([])
  expect(factsOf(onFifo({ timeoutSeconds: 5, messagesPerBatch: 11 }))).toEqual(['messagesPerBatch LSQ.07'])
  expect(factsOf(onFifo({ timeoutSeconds: 4, windowSeconds: 1 }))).toEqual(['windowSeconds LSQ.07'])
  expect(factsOf(onFifo({ timeoutSeconds: 6 }))).toEqual(['visibilityTimeoutSeconds LSQ.12'])
})

test('LSQ.05 a maximum concurrency of 1, and one above what is reserved, are told', () => {
  expect(factsOf(withFunction({ maximumConcurrency: 1 }))).toEqual(['maximumConcurrency LSQ.05'])
  expect(factsOf(withFunction({ maximumConcurrency: 10, reservedConcurrency: 9 }))).toEqual([
    'reservedConcurrency LSQ.05',
  ])
  expect(factsOf(withFunction({ maximumConcurrency: 10, reservedConcurrency: 10 }))).toEqual([])
})

test('a function that reads nothing is told', () => {
  expect(problems({ ...withFunction({}), links: [] }).map(({ nodeId }) => nodeId)).toContain('function')
})
