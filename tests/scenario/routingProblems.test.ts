import { expect, test } from 'vitest'
import { connect, defaultNode, problems, setLinkKeys } from '../../src/scenario/index.ts'
import type { ProducerNode, Scenario } from '../../src/scenario/scenario.ts'

/** A producer with the keys book and hat that sends to two queues, each for a key. */
function shop(changes: Partial<ProducerNode> = {}, keys: [string, string] = ['book', 'h*']): Scenario {
  const nodes: Scenario['nodes'] = [
    { ...defaultNode('producer', 'shop', 0, 0), keys: 'list', keyList: 'book, hat', ...changes },
    defaultNode('queue', 'books', 300, 0),
    defaultNode('queue', 'hats', 300, 200),
  ]
  const empty: Scenario = {
    ...{ version: 1, title: '', seed: 1, durationSeconds: 60, nodes, links: [], interventions: [] },
    brief: { question: '', watchFor: '', tryThis: [] },
  }
  const linked = connect(connect(empty, 'shop', 'books'), 'shop', 'hats')
  return setLinkKeys(setLinkKeys(linked, 'shop', 'books', keys[0]), 'shop', 'hats', keys[1])
}

const texts = (scenario: Scenario) => problems(scenario).map(({ text }) => text)

test('A3 keys that no link is for go nowhere, and that is told', () => {
  expect(texts(shop())).toEqual([])
  expect(texts(shop({}, ['book', 'h']))).toEqual([
    'Records with the key hat go nowhere: no link of Producer is for it.',
  ])
  expect(texts(shop({}, ['book', '']))).toEqual([])
})

test('A3 calls that can be lost for one queue alone are told where a producer routes itself', () => {
  const told = [
    'Producer sends to each queue by a call of its own: when one is lost, a record reaches some of its queues only.',
  ]
  expect(texts(shop({ callFailureShare: 0.1 }))).toEqual([])
  expect(texts(shop({ callFailureShare: 0.1, attemptsMax: 3 }))).toEqual(told)
  expect(texts(shop({ callFailureShare: 0.1, whenFull: 'dropNewest' }))).toEqual(told)
})
