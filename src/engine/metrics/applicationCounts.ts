import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import { AGAIN, FAILED, PROCESSED, SKIPPED } from '../clients/recordProcessor.ts'
import { CALLS, DELIVERIES, READ_BYTES, REFUSED_BY, type ShardReader } from '../clients/shardReader.ts'
import type { Micros } from '../kernel/time.ts'
import type { ReadVerdict } from '../kinesis/limits.ts'
import type { Stream } from '../kinesis/stream.ts'

/** Where a reader stands in its shard. */
export type ReaderPlace = { caret: number; caretAt: Micros; fetched: number; lostUnread: number }

/** The caret is the first record that is not processed; what expired before it was fetched is lost, not unread. */
export function placeOf(reader: ShardReader, stream: Stream, shard: number, now: Micros): ReaderPlace {
  const storedAt = stream.storedAt[shard]!
  const trim = stream.trimIndex[shard]!
  const fetched = reader.fetched > trim ? reader.fetched : trim
  const caret = reader.processor.caret < reader.fetched ? reader.processor.caret : fetched
  const caretAt = caret < storedAt.length ? storedAt.get(caret) : now
  return { caret, caretAt, fetched, lostUnread: reader.lostUnreadAt(trim) }
}

/** Sums over the shards of an application. The run must be settled. */
export function applicationCounts(application: KinesisApplication, now: Micros) {
  const { stream, readers } = application
  const sumOf = (value: (reader: ShardReader, shard: number) => number) =>
    readers.reduce((sum, reader, shard) => sum + value(reader, shard), 0)
  let oldest = now
  readers.forEach((reader, shard) => {
    const { caretAt } = placeOf(reader, stream, shard, now)
    if (caretAt < oldest) oldest = caretAt
  })
  return {
    deliveries: sumOf(({ s }) => s[DELIVERIES]!),
    bytesRead: sumOf(({ s }) => s[READ_BYTES]!),
    calls: sumOf(({ s }) => s[CALLS]!),
    processed: sumOf(({ processor }) => processor.s[PROCESSED]!),
    processedAgain: sumOf(({ processor }) => processor.s[AGAIN]!),
    failed: sumOf(({ processor }) => processor.s[FAILED]!),
    skipped: sumOf(({ processor }) => processor.s[SKIPPED]!),
    lostUnread: sumOf((reader, shard) => placeOf(reader, stream, shard, now).lostUnread),
    backlog: sumOf((reader, shard) => stream.storedAt[shard]!.length - placeOf(reader, stream, shard, now).caret),
    /** How long the oldest record has waited that is not processed. */
    ageMicros: now - oldest,
    refusedBy: (verdict: ReadVerdict) => sumOf(({ s }) => s[REFUSED_BY + verdict]!),
  }
}
