import { expect, test } from 'vitest'
import { SECOND } from '../engine/play.ts'
import { gauge } from '../kinesis/readers.ts'
import { appOf, expectLibrary, KCL_2, library } from './library.ts'

const checkpoint = (engine: Parameters<typeof appOf>[0]) => String(appOf(engine).readers[0]!.processor.checkpoint)

test('KCL.09 nothing is checkpointed but by the application: after each batch, every so often, or never', () => {
  const draw = (checkpointMicros: number, at: readonly [number, number, number]) =>
    expectLibrary(
      library({ shards: 1, workers: 1, kcl: KCL_2, turnable: { checkpointMicros } }),
      `
        1.5      checkpoint      ${at[0]}
        7.5      checkpoint      ${at[1]}
        100.5    checkpoint      ${at[2]}
      `,
      { checkpoint },
    )
  draw(0, [10, 70, 1000])
  // The first record that is done 5 s after the last checkpoint: number 41 at 5.001 s, number 991 at 100.001 s.
  draw(5 * SECOND, [0, 41, 991])
  draw(3600 * SECOND, [0, 0, 0])
})

test('KCL.10 W25 checkpoint 10,000, reads 10,001 to 20,000, dies before the next one: 10,001 to 20,000 are processed twice', () => {
  // 1,000 records/s; a batch of 10,000 every 10 s, worked for 0.1 ms each, and a checkpoint every 11 s: record 10,000 is done at
  // 11 s and record 20,000 at 21 s, and the worker dies before the next checkpoint.
  const of = library({
    shards: 1,
    workers: 2,
    keys: 1,
    ratePerSecond: 1000,
    recordBytes: 10,
    kcl: KCL_2,
    turnable: { pollIntervalMicros: 10 * SECOND, serviceMicros: 100, checkpointMicros: 11 * SECOND },
  })
  const engine = expectLibrary(
    of,
    `
      9.9      checkpoint      0
      11.1     checkpoint      10000
      21.1     checkpoint      10000
      21.1     crash 0         -
      21.1     work            20000 worked, 0 again, 0 refused
    `,
    { checkpoint },
  )
  engine.run(80 * SECOND, Number.POSITIVE_INFINITY)
  engine.settle()
  expect(gauge(engine, 'processedAgainTotal')).toBe(10_000)
  expect(gauge(engine, 'duplicateEffectsTotal')).toBe(10_000)
})

test('KCL.12 an exception skips the rest of its batch: KCL goes on with the next one, and nothing is tried again', () => {
  expectLibrary(
    library({ shards: 1, workers: 1, kcl: KCL_2, turnable: { onFailure: 1, poisonRecord: 24 } }),
    `
      2.5      work            20 worked, 0 again, 0 refused
      3.5      work            23 worked, 0 again, 0 refused
      4.5      work            33 worked, 0 again, 0 refused
      4.5      skipped         7
      4.5      checkpoint      40
    `,
    { checkpoint, skipped: (engine) => String(gauge(engine, 'skippedTotal')) },
  )
})
