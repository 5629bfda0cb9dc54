import { test } from 'vitest'
import { expectFunction } from './lambdaBench.ts'

// A batch takes 0.1 s: records of 0.5 s are handed over at 1 s and worked at 1.1 s.
test("KIN2.14 a mapping's iterator age is that of its batch's last record when the batch has been worked", () => {
  expectFunction(
    {},
    `
    0.5   put 2                2 stored
    0.8   put 1                stored
    1.05  iteratorAgeMicros    0
    1.2   iteratorAgeMicros    300000
    `,
  )
})
