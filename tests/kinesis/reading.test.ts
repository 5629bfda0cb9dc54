import { describe, it } from 'vitest'
import { expectShard } from './shardBench.ts'

const ONE_MIB = 1_048_576
/** A shard that can be filled at once. */
const WIDE = { writeRecordsPerSecond: 1e6, writeBytesPerSecond: 1e9 }

describe('KIN2.01: five calls a second for a shard, shared by all', () => {
  it('the sixth call at once is refused, whoever makes it; a fifth of a second later one goes', () => {
    expectShard(
      {},
      `
      0         get A   0 records
      0         get A   0 records
      0         get B   0 records
      0         get B   0 records
      0         get C   0 records
      0         get D   call limit
      0.199999  get D   call limit
      0.2       get D   0 records
      0.2       get A   call limit
      `,
    )
  })

  it('0 means no limit; less than one call a second still gives a call', () => {
    expectShard({ readCallsPerSecond: 0 }, Array.from({ length: 20 }, () => '0  get A  0 records').join('\n'))
    expectShard(
      { readCallsPerSecond: 0.05 },
      `
      0        get A   0 records
      0        get A   call limit
      19.9999  get A   call limit
      20       get A   0 records
      20       get A   call limit
      40       get A   0 records
      999      get A   0 records
      999      get A   call limit
      `,
    )
  })
})

describe('KIN2.02 and X-K2: 2 MiB/s for a shard, with debt', () => {
  it('a call goes while the budget is above zero and may take it below; then all wait for it', () => {
    expectShard(
      { ...WIDE, readCallsPerSecond: 0 },
      `
      0         put 1 x ${ONE_MIB}   stored
      0         put 4 x ${ONE_MIB}   4 stored
      0         get A 2              2 records
      0         get A 1              byte limit
      0         get B                byte limit
      0.000001  get A 3              3 records
      1.5       get B                byte limit
      1.500001  get B                5 records
      4         get A                byte limit
      4.000001  get A                0 records
      `,
    )
  })
})

describe('KIN2.03: a call returns at most 10,000 records and 10 MiB', () => {
  it('records', () => {
    expectShard(
      WIDE,
      `
      0    put 10001 x 10   10001 stored
      0    get A            10000 records
      0.2  get A            1 records
      0.4  get A            0 records
      0.6  get B 7          7 records
      `,
    )
  })

  it('bytes: as many whole records as fit', () => {
    expectShard(
      WIDE,
      `
      0    put 13 x 900000   13 stored
      0    get A             11 records
      5    get A             2 records
      `,
    )
  })

  it('at least one record, even when the limit is turned below its size', () => {
    expectShard(
      { ...WIDE, getBytesLimit: 1000 },
      `
      0    put 2 x 5000   2 stored
      0    get A          1 records
      4.9  get A          penalty
      5    get A          1 records
      `,
    )
  })
})

describe('KIN2.04 (W15): a call that returned 10 MiB closes the shard for 5 s', () => {
  it('throws until 5 s, goes at 5 s exactly', () => {
    expectShard(
      WIDE,
      `
      0         put 20 x ${ONE_MIB}   20 stored
      0         get A                 10 records
      0.000001  get A                 penalty
      0.000001  get B                 penalty
      4.999999  get A                 penalty
      5         get A                 10 records
      `,
    )
  })

  it('a call that was not full leaves no penalty behind', () => {
    expectShard(
      WIDE,
      `
      0     put 1 x ${ONE_MIB}   stored
      0     get A                1 records
      0.2   get A                0 records
      `,
    )
  })
})

describe('KIN2.11: reading takes nothing away', () => {
  it('two readers see the same records, each at its own place, as often as they like', () => {
    expectShard(
      { ...WIDE, readCallsPerSecond: 0 },
      `
      0   put 5 x 100   5 stored
      0   get A 3       3 records
      0   get B         5 records
      0   get A         2 records
      1   put 1 x 100   stored
      1   get A         1 records
      1   get C         6 records
      `,
    )
  })
})

describe('KIN6.01: retention', () => {
  it('a record expires when it is as old as the retention, to the microsecond', () => {
    expectShard(
      { retentionMicros: 60_000_000 },
      `
      0           put 2 x 100   2 stored
      10          put 1 x 100   stored
      59.999999   trim          0
      60          trim          2
      69.999999   trim          2
      70          trim          3
      `,
    )
  })

  it('lowering it expires at once, raising it brings nothing back', () => {
    expectShard(
      { retentionMicros: 60_000_000 },
      `
      0    put 1 x 100                     stored
      10   put 1 x 100                     stored
      20   set retentionMicros 15000000    set
      20   trim                            1
      20   set retentionMicros 600000000   set
      20   trim                            1
      30   trim                            1
      611  trim                            2
      `,
    )
  })
})
