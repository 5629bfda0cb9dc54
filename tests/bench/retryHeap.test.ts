import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRetryHeap, earliestRetry, popRetry, pushRetry } from './retryHeap.ts'

it('gives what was pushed, earliest first, and uses slots again', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(600_000_000), { nil: null }), { maxLength: 200 }), (steps) => {
      const heap = createRetryHeap()
      const waiting: number[] = []
      // A number is pushed, null takes the earliest out.
      for (const at of [...steps, ...steps.map(() => null)]) {
        if (at !== null) {
          heap.created[pushRetry(heap, at)] = at
          waiting.push(at)
          waiting.sort((a, b) => a - b)
        } else if (waiting.length > 0) {
          expect(heap.created[popRetry(heap)]).toBe(waiting.shift())
        }
        expect(earliestRetry(heap, -1)).toBe(waiting[0] ?? -1)
      }
      expect(heap.size).toBe(0)
    }),
  )
})
