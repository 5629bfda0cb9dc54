import { describe, expect, test } from 'vitest'
import { applyOverride, valueAt } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from './sixScenes.ts'

const base = builtIn('same-traffic') as Scenario

describe('start values in words', () => {
  test.each([
    ['producer.rate=4000', 'producer', 'rate', 4000],
    ['producer.rate = 4k', 'producer', 'rate', 4000],
    ['producer.recordBytes=2KiB', 'producer', 'recordBytes', 2048],
    ['queue.visibilityTimeoutSeconds=5 min', 'queue', 'visibilityTimeoutSeconds', 300],
    ['visibilityTimeoutSeconds=5', 'queue', 'visibilityTimeoutSeconds', 5],
    ['rate=5', 'producer', 'rate', 5],
    ['workers.failureShare=40%', 'workers', 'failureShare', 0.4],
    ['producer.whenFull=dropOldest', 'producer', 'whenFull', 'dropOldest'],
    ['producer.keyList=a=b,c', 'producer', 'keyList', 'a=b,c'],
    ['stream.shards=4', 'stream', 'shards', 4],
  ])('%s', (text, node, field, value) => {
    const result = applyOverride(base, text)
    expect(result.ok && valueAt(result.scenario, node, field, 0)).toBe(value)
    expect(result.ok && result.scenario.interventions).toBe(base.interventions)
  })

  test.each([
    ['rate', '"rate" is not of the form node.field=value.'],
    ['prod.rate=5', 'There is no node prod. Nodes: producer, stream, queue, reader, workers.'],
    [
      'queue.rate=5',
      'queue has no field rate. Fields: visibilityTimeoutSeconds, retentionHours, inFlightLimit, messageBytesLimit, batchLimit, delaySeconds, tenants, maxReceiveCount, redrivePerSecond, servers, duplicateShare, deleteLostShare, shuffleWindow.',
    ],
    ['speed=5', 'No node has a field speed. Nodes: producer, stream, queue, reader, workers.'],
    ['serviceMs=5', 'Several nodes have a field serviceMs: say reader.serviceMs or workers.serviceMs.'],
    ['producer.rate=fast', 'producer.rate: Not a number: fast.'],
    ['producer.rate=5 s', 'producer.rate: Unknown unit: s.'],
    ['producer.rate=-1', 'producer.rate: rate is -1; it must lie between 0 records/s and 100,000 records/s.'],
    ['producer.whenFull=explode', 'producer.whenFull: whenFull must be one of block, dropOldest, dropNewest.'],
    ['__proto__.rate=5', 'There is no node __proto__. Nodes: producer, stream, queue, reader, workers.'],
    ['producer.constructor=5', expect.stringMatching(/^producer has no field constructor\. Fields: rate, /)],
  ])('%s is refused', (text, message) => {
    expect(applyOverride(base, text)).toEqual({ ok: false, message })
  })

  test('of several nodes with the field, the one of the slider is meant', () => {
    const readers = builtIn('many-readers') as Scenario
    const result = applyOverride(readers, 'serviceMs=100')
    expect(
      result.ok && [
        valueAt(result.scenario, 'search', 'serviceMs', 0),
        valueAt(result.scenario, 'billing', 'serviceMs', 0),
      ],
    ).toEqual([100, 60])
  })
})
