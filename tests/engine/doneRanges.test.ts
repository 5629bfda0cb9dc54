import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DoneRanges } from '../../src/engine/clients/doneRanges.ts'
import { SnapshotReader, SnapshotWriter } from '../../src/engine/kernel/state.ts'

const written = (ranges: DoneRanges): number[] => {
  const writer = new SnapshotWriter()
  ranges.saveTo(writer)
  return [...writer.view()]
}
const pieces = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => [from, from + length + 1] as const),
  { maxLength: 30 },
)

test('what is marked is what a plain set holds, piece by piece', () => {
  fc.assert(
    fc.property(pieces, fc.nat(60), fc.nat(20), (drawn, from, length) => {
      const ranges = new DoneRanges()
      const plain = new Set<number>()
      for (const [start, end] of drawn) {
        let again = 0
        for (let i = start; i < end; i++) {
          if (plain.has(i)) again++
          plain.add(i)
        }
        expect(ranges.add(start, end)).toBe(again)
      }
      let missing = 0
      for (let i = from; i < from + length; i++) if (!plain.has(i)) missing++
      expect(ranges.missingIn(from, from + length)).toBe(missing)
      expect(ranges.highest).toBe(Math.max(0, ...drawn.map(([, end]) => end)))
    }),
  )
})

test('the order of the pieces leaves no trace, nor does a snapshot', () => {
  fc.assert(
    fc.property(pieces, fc.nat(60), (drawn, forgotten) => {
      const [there, back, copy] = [new DoneRanges(), new DoneRanges(), new DoneRanges()]
      for (const [from, to] of drawn) there.add(from, to)
      for (const [from, to] of drawn.toReversed()) back.add(from, to)
      expect(written(there)).toEqual(written(back))
      there.forget(forgotten)
      copy.loadFrom(new SnapshotReader(Float64Array.from(written(there))))
      expect(written(copy)).toEqual(written(there))
      expect(there.missingIn(forgotten, 100)).toBe(back.missingIn(forgotten, 100))
    }),
  )
})
