import { expect, test } from 'vitest'
import { createEngine, lifeOf } from '../../src/engine/index.ts'
import { SECOND } from '../engine/play.ts'
import { expectLibrary, KCL_2, library } from './library.ts'

// A worker that has lost a lease does not know it (KCL.11). One shard, a record every 2 s, a call every 20 s, work of 1 s.

const slow = {
  shards: 1,
  workers: 3,
  prefetchBatches: 0,
  ratePerSecond: 0.5,
  turnable: { pollIntervalMicros: 20 * SECOND, serviceMicros: SECOND },
}

test('KCL.11 a worker that stood still ends its batch beside the new owner, and its checkpoint is refused', () => {
  // Worker 1 fetches records 86 to 95 at 190.05 s and stands still in the middle of them. Worker 2 looks at 200.4 and 220.45 s.
  expectLibrary(
    library({ ...slow, kcl: KCL_2 }),
    `
      0        crash 0 1 2     -
      10       start 1         -
      30.06    readers         1
      40       start 2         1
      190      work            85 worked, 0 again, 0 refused
      195.06   pause 1         1
      195.06   work            90 worked, 0 again, 0 refused
      220.44   owners          1
      220.46   owners          2
      220.46   readers         2
      245      work            114 worked, 5 again, 0 refused
      259      work            127 worked, 5 again, 0 refused
      260      resume 1        2
      262      work            129 worked, 7 again, 0 refused
      270      work            136 worked, 10 again, 1 refused
    `,
  )
})

test('KCL.11 a worker cut off from the lease table goes on until the failover time has passed; its checkpoints fail', () => {
  // Its last renewal was at 191.94 s; at 205.17 s it gives up by itself. Worker 2 takes the lease at 220.45 s.
  expectLibrary(
    library({ ...slow, kcl: KCL_2 }),
    `
      0        crash 0 1 2     -
      10       start 1         -
      40       start 2         1
      195.06   cutOff 1        1
      195.06   work            90 worked, 0 again, 0 refused
      200.06   work            95 worked, 0 again, 1 refused
      205.16   readers         1
      205.18   readers         -
      220.46   owners          2
      245      work            119 worked, 10 again, 1 refused
    `,
  )
})

test('KCL.11 what a zombie works shows in the life of the record: worked and worked again, its effect twice', () => {
  const of = library({ ...slow, kcl: KCL_2 })
  const acts = [
    [0, 'crash', 0],
    [0, 'crash', 1],
    [0, 'crash', 2],
    [10, 'start', 1],
    [40, 'start', 2],
    [195.06, 'pause', 1],
    [260, 'resume', 1],
  ] as const
  of.interventions = acts.map(([seconds, action, worker]) => ({
    at: seconds * SECOND,
    kind: 'application',
    node: 0,
    action,
    worker,
  }))
  const life = lifeOf(createEngine(of, 1), 93, 300 * SECOND, 50)
  expect(life.filter(({ step }) => step === 'effect' || step === 'received').map(({ step }) => step)).toEqual([
    'received',
    'received',
    'effect',
    'effect',
  ])
})
