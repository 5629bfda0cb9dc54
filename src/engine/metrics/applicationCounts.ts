import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import { CALLS, CALLS_REFUSED, DELIVERIES, READ_BYTES, REFUSED_BY, type ShardReader } from '../clients/shardReader.ts'
import * as Tally from '../clients/shardTally.ts'
import type { GapLog } from '../kernel/gapLog.ts'
import type { Micros } from '../kernel/time.ts'
import type { ReadVerdict } from '../kinesis/limits.ts'
import type { Stream } from '../kinesis/stream.ts'

/** Where a reader stands in its shard. */
export type ReaderPlace = { caret: number; caretAt: Micros; fetched: number; lostUnread: number }

/** The caret is the first record that is not processed; what expired before it was fetched is lost, not unread. */
export function placeOf(reader: ShardReader, stream: Stream, shard: number, now: Micros): ReaderPlace {
  const { storedAt, trim } = stream.shards[shard]!
  const fetched = reader.fetched > trim ? reader.fetched : trim
  const caret = reader.processor.caret < reader.fetched ? reader.processor.caret : fetched
  const caretAt = caret < storedAt.length ? storedAt.get(caret) : now
  return { caret, caretAt, fetched, lostUnread: reader.lostUnreadAt(trim) }
}

function iteratorAgeOf(fetched: number, storedAt: GapLog, now: Micros): Micros {
  if (fetched >= storedAt.length) return 0
  return now - storedAt.get(fetched > 0 ? fetched - 1 : 0)
}

/** Sums over the shards of an application. The run must be settled. */
export function applicationCounts(application: KinesisApplication, now: Micros) {
  const { stream, readers } = application
  const counts = {
    deliveries: 0,
    bytesRead: 0,
    calls: 0,
    callsRefused: 0,
    processed: 0,
    processedAgain: 0,
    failed: 0,
    skipped: 0,
    lostUnread: 0,
    /** What the work has changed outside; of that, what a repeated record has changed again. */
    sideEffects: 0,
    duplicateEffects: 0,
    /** Checkpointed before the work, which a dead worker never did. */
    lost: 0,
    checkpointsRefused: 0,
    backlog: 0,
    /** How long the oldest record has waited that is not processed. */
    ageMicros: 0,
    /** KIN2.13: age of the last record that GetRecords returned; 0 when the application has read all there is. */
    iteratorAgeMicros: 0,
    refusedBy: (verdict: ReadVerdict) => readers.reduce((sum, { s }) => sum + s[REFUSED_BY + verdict]!, 0),
  }
  for (let shard = 0; shard < stream.shards.length; shard++) {
    const reader = readers[shard]!
    const { t } = reader.processor.tally
    const place = placeOf(reader, stream, shard, now)
    counts.deliveries += reader.s[DELIVERIES]!
    counts.bytesRead += reader.s[READ_BYTES]!
    counts.calls += reader.s[CALLS]!
    counts.callsRefused += reader.s[CALLS_REFUSED]!
    counts.processed += t[Tally.PROCESSED]!
    counts.processedAgain += t[Tally.AGAIN]!
    counts.failed += t[Tally.FAILED]!
    counts.skipped += t[Tally.SKIPPED]!
    counts.sideEffects += t[Tally.EFFECTS]!
    counts.duplicateEffects += t[Tally.DUPLICATE_EFFECTS]!
    counts.lost += t[Tally.LOST]!
    counts.checkpointsRefused += t[Tally.CHECKPOINTS_REFUSED]!
    counts.lostUnread += place.lostUnread
    counts.backlog += stream.shards[shard]!.tip - place.caret
    if (now - place.caretAt > counts.ageMicros) counts.ageMicros = now - place.caretAt
    const iteratorAge = iteratorAgeOf(place.fetched, stream.shards[shard]!.storedAt, now)
    if (iteratorAge > counts.iteratorAgeMicros) counts.iteratorAgeMicros = iteratorAge
  }
  return counts
}
