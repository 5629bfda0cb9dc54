import { expect, test } from 'vitest'
import { consoleStands } from '../../src/charts/panel/consoleStands.ts'
import { node } from '../life/lifeScene.ts'

test.each([
  ['five', 'stream', ['attemptsTotal', 'refusedTotal', 'storedTotal']],
  ['five', 'queue', ['storedTotal']],
  ['five', 'topic', ['publishedTotal']],
  ['five', 'producer', []],
  ['shards', 'stream', ['storedTotal', 'refusedTotal', 'storedBytesTotal']],
  ['backlog', 'application', ['iteratorAgeMicros']],
  ['backlog', 'queue', ['visible', 'inFlight']],
  ['backlog', 'pool', []],
  ['latency', 'lambda', []],
] as const)('in place of the chart "%s" of a %s the console has %j', (is, kind, gauges) => {
  expect(consoleStands(is, node(kind)).map(({ gauge }) => gauge)).toEqual(gauges)
})
