import { expect, test } from 'vitest'
import { defaultNode, problems } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { stream } from '../engine/testPlan.ts'
import { expectTimeline } from '../engine/timeline.ts'
import { FunctionBench } from './lambdaBench.ts'
import type { LambdaChanges } from './testLambda.ts'

// Two shards; of the keys a, b and c the second belongs to shard 2, the others to shard 1.

const FAN_OUT = { bytesPerSecond: 2_097_152, latencyMicros: 70_000 }

const bench = (lambda: LambdaChanges) =>
  new FunctionBench({
    lambda: { tracks: 2, ...lambda },
    streams: [stream({ shards: 2, packing: { producers: [{ index: 0, bytesMost: 51_200 }], overheadBytes: 8 } })],
  })

/**
 * put 3 [key] [bytes]: records of their own; pack a b c: one Kinesis record with these keys in the shard of the first, as writers make
 * them that aggregate without a look at the shards.
 */
function expectPushed(lambda: LambdaChanges, drawing: string): FunctionBench {
  const own = bench(lambda)
  const { world, streams } = own.engine
  const pack = (names: readonly string[], now: number) => {
    const [target] = streams
    const keys = names.map((name) => world.keys.names.indexOf(name))
    const references = keys.map((key) => world.records.add(0, now, key, 100))
    const answer = target!.packing!.accept(
      target!.shards[target!.rowOf(keys[0]!)]!,
      references,
      (reference) => target!.bytesOf(reference),
      now,
    )
    return answer === 0 ? 'stored' : 'refused'
  }
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    own.run(micros / 1e6)
    if (verb === 'pack') return pack(words, micros)
    if (verb === 'put') return own.put(Number(words[0]), words[1], Number(words[2] ?? 100))
    if (verb === 'invoked') return own.looked()
    return [verb!, ...words].map((name) => own.gauge(name)).join(', ')
  })
  return own
}

test('LKI.01 with enhanced fan-out records are pushed: no second between polls, and no read limit of the shard', () => {
  expectPushed(
    { fanOut: FAN_OUT, turnable: { batchRecords: 10 } },
    `
    0.5     put 3        3 stored
    0.569   invoked      none
    0.571   invoked      0.57: 1-3
    0.6     put 2        2 stored
    0.669   invoked      none
    0.671   invoked      0.67: 4-5
    `,
  )
  expectPushed(
    {},
    `
    0.5     put 3        3 stored
    0.999   invoked      none
    1       invoked      1: 1-3
    `,
  )
})

test('KIN3.01 what is pushed has its own 2 MiB/s for each shard, whoever polls beside it', () => {
  const own = expectPushed(
    { fanOut: FAN_OUT, turnable: { batchRecords: 1, batchMicros: 0 } },
    `
    0.1     put 1 a 1000000     stored
    1.2     put 1 a 1000000     stored
    2.3     put 1 a 1000000     stored
    3       invoked             0.17: 1; 1.27: 2; 2.37: 3
    `,
  )
  const [shard] = own.engine.streams[0]!.shards
  expect(own.engine.streams[0]!.readBytesOf(shard!.number)).toBe(0)
})

test('LKI.14 KIN6.06 of an aggregated record that is pushed, what belongs to another shard is dropped', () => {
  expectPushed(
    { fanOut: FAN_OUT },
    `
    0.5   pack a b c                               stored
    0.6   invoked                                  0.57: 1 3
    0.7   deliveriesTotal processedTotal backlog   3, 2, 0
    1     put 1 b                                  stored
    1.1   invoked                                  1.07: 4
    2     pack c                                   stored
    2.1   invoked                                  2.07: 5
    `,
  )
})

test('LKI.14 without fan-out everything in it is given to the function, so a key is in order only if it is alone in its record', () => {
  expectPushed(
    {},
    `
    0.5   pack a b c                               stored
    0.6   put 1 b                                  stored
    1.5   invoked                                  1: 1-3; 1: 4
    2     deliveriesTotal processedTotal backlog   4, 4, 0
    `,
  )
})

test('KIN3.02 a function of a scene can be a registered consumer; beyond the room of its stream it reads nothing, and that is told', () => {
  const consumers = Array.from({ length: 21 }, (_, i) => ({
    ...defaultNode('lambda', `function-${i}`, 0, 0),
    reading: 'fanOut' as const,
  }))
  const scenario: Scenario = {
    ...{ version: 1, title: '', seed: 1, durationSeconds: 60, interventions: [] },
    brief: { question: '', watchFor: '', tryThis: [] },
    nodes: [defaultNode('stream', 'stream', 0, 0), ...consumers],
    links: consumers.map(({ id }) => ({ from: 'stream', to: id })),
  }
  const plans = compile(scenario).nodes.map((node) => node.kind === 'lambda' && [node.stream, node.fanOut])
  expect(plans[0]).toEqual([0, FAN_OUT])
  expect(plans[19]).toEqual([0, FAN_OUT])
  expect(plans[20]).toEqual([-1, FAN_OUT])
  expect(problems(scenario).filter(({ factId }) => factId === 'KIN3.02')).toMatchObject([{ nodeId: 'function-20' }])
})

test('a pushed run that was taken back to a moment goes on bit for bit as it did', () => {
  const { engine } = bench({ fanOut: FAN_OUT, turnable: { tumblingMicros: 1_000_000 } })
  const feed = (from: number, to: number) => {
    for (let at = from; at < to; at += 150_000) {
      engine.run(at, Number.POSITIVE_INFINITY)
      engine.producers[0]!.make(at)
    }
  }
  feed(0, 1_000_000)
  engine.run(2_350_000, Number.POSITIVE_INFINITY)
  const snapshot = engine.snapshot()
  engine.run(9_000_000, Number.POSITIVE_INFINITY)
  const digest = engine.digest()
  engine.restore(snapshot)
  engine.run(9_000_000, Number.POSITIVE_INFINITY)
  expect(engine.digest()).toBe(digest)
})
