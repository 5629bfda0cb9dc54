import { describe, it } from 'vitest'
import { expectShard } from './shardBench.ts'

const ONE_MIB = 1_048_576

describe('KIN1.02: 1,000 records/s, as a bucket of one second (X-K1)', () => {
  it('takes exactly the limit at once, and one more exactly a thousandth of a second later', () => {
    expectShard(
      {},
      `
      0          put 999 x 100    999 stored
      0          put 1 x 100      stored
      0          put 1 x 100      record limit
      0.000999   put 1 x 100      record limit
      0.001      put 1 x 100      stored
      0.001      put 1 x 100      record limit
      0.002999   put 2 x 100      1 stored, 1 record limit
      0.003      put 1 x 100      stored
      `,
    )
  })

  it('saves up no more than one second', () => {
    expectShard(
      {},
      `
      0      put 1000 x 10   1000 stored
      1      put 1001 x 10   1000 stored, 1 record limit
      3600   put 1001 x 10   1000 stored, 1 record limit
      `,
    )
  })

  it('a refused record consumes nothing', () => {
    expectShard(
      {},
      `
      0       put 1000 x 10   1000 stored
      0.0005  put 5000 x 10   5000 record limit
      0.001   put 2 x 10      1 stored, 1 record limit
      `,
    )
  })

  it('the limit can be turned, and what was saved up until then stays', () => {
    expectShard(
      {},
      `
      0     put 900 x 100                     900 stored
      0     set writeRecordsPerSecond 2000    set
      0     left                              100 records, 958576 B
      0.45  left                              1000 records, 1048576 B
      1     put 2001 x 100                    2000 stored, 1 record limit
      1     set writeRecordsPerSecond 10      set
      1     put 1 x 100                       record limit
      1.1   put 2 x 100                       1 stored, 1 record limit
      9     put 11 x 100                      10 stored, 1 record limit
      `,
    )
  })
})

describe('KIN1.01: 1 MB/s with the key, as a bucket (X-U1: 1,048,576 B)', () => {
  it('takes exactly the bytes that are left, and not one more', () => {
    expectShard(
      {},
      `
      0         put 1 x ${ONE_MIB - 100}   stored
      0         put 1 x 101                byte limit
      0         put 1 x 100                stored
      0         put 1 x 2                  byte limit
      0.000001  put 1 x 2                  byte limit
      0.000002  put 1 x 2                  stored
      `,
    )
  })

  it('a larger record is refused while a smaller one right after it is stored: each is judged on its own (KIN1.07)', () => {
    expectShard(
      {},
      `
      0     put 1 x 600000   stored
      0     put 1 x 600000   byte limit
      0     put 1 x 400000   stored
      0.5   put 1 x 600000   byte limit
      0.53  put 1 x 600000   stored
      `,
    )
  })

  it('KIN1.05: a stream of 10 MiB records has a tank of 10 MiB that refills at 1 MiB/s', () => {
    expectShard(
      { recordBytesLimit: 10 * ONE_MIB },
      `
      0         put 1 x ${10 * ONE_MIB}   stored
      0         put 1 x 100               byte limit
      0.000096  put 1 x 100               stored
      9.9       put 1 x ${10 * ONE_MIB}   byte limit
      10.1      put 1 x ${10 * ONE_MIB}   stored
      `,
    )
  })
})

describe('KIN1.04: largest record', () => {
  it('refuses a record of one byte more for ever, and takes no token for it', () => {
    expectShard(
      {},
      `
      0   put 1 x ${ONE_MIB + 1}   too large
      0   left                     1000 records, 1048576 B
      0   put 1 x ${ONE_MIB}       stored
      9   put 1 x ${ONE_MIB + 1}   too large
      `,
    )
  })
})

describe('KIN1.11: every shard has limits of its own', () => {
  it('a full shard leaves the other one untouched (W03: user-1 goes to shard 1, user-2 and 123 to shard 0)', () => {
    expectShard(
      {},
      `
      0   put 1001 x 100 user-1   1000 stored, 1 record limit
      0   put 500 x 100 user-2    500 stored
      0   put 501 x 100 123       500 stored, 1 record limit
      0   put 1 x 100 AAPL        record limit
      `,
      2,
    )
  })
})
