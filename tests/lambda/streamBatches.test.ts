import { describe, test } from 'vitest'
import { expectFunction } from './lambdaBench.ts'

describe('polling', () => {
  test('LKI.01 a shard is polled once a second; what came is given to the function at once', () => {
    expectFunction(
      {},
      `
      0.5   put 3      3 stored
      0.99  invoked    none
      1     invoked    1: 1-3
      1.2   put 1      stored
      2.5   invoked    2: 4
      `,
    )
  })

  test('LKI.01 while records remain, batches follow back to back', () => {
    expectFunction(
      {},
      `
      0.5   put 250    250 stored
      1     invoked    1: 1-100
      1.35  invoked    1.1: 101-200; 1.2: 201-250
      1.4   put 1      stored
      1.99  invoked    none
      2     invoked    2: 251
      `,
    )
  })
})
