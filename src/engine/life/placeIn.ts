import type { Stream } from '../kinesis/stream.ts'
import type { Note } from './note.ts'

/** Place of a stored record in its shard, from 0: those of its microsecond are looked through. */
export function placeIn(stream: Stream, reference: number, { row, at }: Pick<Note, 'row' | 'at'>): number {
  const { storedAt, log } = stream.shards[row]!
  let index = storedAt.firstAtOrAfter(at, 0)
  while (index < log.length - 1 && log.get(index) !== reference) index++
  return index
}
