import { type Answer, BYTE_LIMIT, STORED } from '../../clients/store.ts'
import { isHashKey } from '../../kinesis/hashKey.ts'
import { lastSecondOf } from '../../kinesis/lastSecond.ts'
import type { Shard } from '../../kinesis/shard.ts'
import type { Explanation } from '../apiError.ts'
import { bytesOf } from '../data.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type {
  PutRecordInput,
  PutRecordOutput,
  PutRecordsEntry,
  PutRecordsInput,
  PutRecordsOutput,
  PutRecordsResultEntry,
} from './kinesisApi.ts'
import type { RecordStore } from './recordStore.ts'
import { invalidArgument, throttled, validation } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { parseSequenceNumber } from './sequenceNumber.ts'
import { shardIdOf } from './shardId.ts'

/** A record that was found to be well formed; `bytes` without its key. */
type Checked = { entry: PutRecordsEntry; bytes: number; key: number; keyBytes: number; hashKey: bigint }
type Refused = { factId: string; message: string; explanation: Explanation }

/** PutRecord and PutRecords. */
export class Putting {
  private readonly account: KinesisAccount
  private readonly store: RecordStore

  constructor(account: KinesisAccount, store: RecordStore) {
    this.account = account
    this.store = store
  }

  /** KIN1.08: a refused record throws. */
  one(input: PutRecordInput): PutRecordOutput {
    const stream = this.account.ready(input, 'KIN1.08')
    const record = this.checked(stream, input)
    this.checkOrdering(stream, input.SequenceNumberForOrdering)
    const answer = this.put(stream, record)
    if (!('factId' in answer)) return answer
    throw throttled(answer.factId, answer.message, answer.explanation)
  }

  /** KIN1.07: every record is judged on its own, in the order of the call; a call beyond KIN1.06 is refused as a whole. */
  many(input: PutRecordsInput): PutRecordsOutput {
    const { putRecordsLimit, putBytesLimit } = this.account.limits.turnable
    const { Records: entries } = input
    if (!Array.isArray(entries) || entries.length < 1 || entries.length > putRecordsLimit)
      throw validation('KIN1.06', `Records holds 1 to ${putRecordsLimit} records, not ${entries?.length}.`)
    const stream = this.account.ready(input, 'KIN1.07')
    const records = entries.map((entry) => this.checked(stream, entry))
    const total = records.reduce((sum, { bytes, keyBytes }) => sum + bytes + keyBytes, 0)
    if (total > putBytesLimit)
      throw invalidArgument('KIN1.06', `Records and their keys hold ${total} B, more than ${putBytesLimit}.`)
    const answers = records.map((record): PutRecordsResultEntry => {
      const answer = this.put(stream, record)
      if (!('factId' in answer)) return answer
      return { ErrorCode: throttled('', '').name, ErrorMessage: answer.message }
    })
    return { FailedRecordCount: answers.filter((answer) => 'ErrorCode' in answer).length, Records: answers }
  }

  private put(stream: SandboxStream, { entry, bytes, key, keyBytes, hashKey }: Checked): PutRecordOutput | Refused {
    const { model } = stream
    const shard = model.shardOf(hashKey)
    const answer = model.acceptIn(shard, this.store.nextReference, key, bytes + keyBytes, this.account.now)
    const shardId = shardIdOf(shard.number)
    if (answer !== STORED) return this.refused(stream, shard, answer, bytes + keyBytes)
    this.store.add(key, bytes, { data: entry.Data, key: entry.PartitionKey })
    return { ShardId: shardId, SequenceNumber: stream.sequenceAt(shard, shard.tip - 1) }
  }

  private refused(stream: SandboxStream, shard: Shard, answer: Answer, bytes: number): Refused {
    const { now } = this.account
    const { model } = stream
    const bucket = model.bucketIn(shard, answer, bytes, now)
    const lastSecond = lastSecondOf(shard, (number, index) => model.bytesBefore(number, index), now)
    const { left, capacity, needed, unit } = bucket
    return {
      factId: answer === BYTE_LIMIT ? 'KIN1.01' : 'KIN1.02',
      message:
        `Rate exceeded for shard ${shardIdOf(shard.number)} in stream ${stream.name}: ${left} of ${capacity} ${unit} left, ` +
        `${needed} needed; sum of the last second: ${lastSecond.records} records, ${lastSecond.bytes} B.`,
      explanation: { bucket, lastSecond },
    }
  }

  /** KIN1.04, KIN1.11, KIN1.12: sizes and forms. A key may be left out where it does not matter (KIN1.14). */
  private checked(stream: SandboxStream, entry: PutRecordsEntry): Checked {
    const { keyCharacters, recordBytesMost } = this.account.limits
    const { PartitionKey, ExplicitHashKey } = entry
    if (PartitionKey !== undefined || !stream.model.spread.isOn) {
      const characters = typeof PartitionKey === 'string' ? [...PartitionKey].length : 0
      if (characters < 1 || characters > keyCharacters)
        throw validation('KIN1.11', `PartitionKey has 1 to ${keyCharacters} characters.`)
    }
    const bytes = bytesOf(entry.Data, 'ValidationException', 'KIN1.04')
    if (bytes > recordBytesMost) throw validation('KIN1.04', `Data holds ${bytes} B, more than ${recordBytesMost}.`)
    const { number: key, bytes: keyBytes } = this.store.keyOf(PartitionKey)
    const most = stream.model.recordBytesMost
    if (bytes + keyBytes > most)
      throw invalidArgument(
        'KIN1.04',
        `Data and PartitionKey hold ${bytes + keyBytes} B; ${stream.name} takes ${most}.`,
      )
    const hashKey = ExplicitHashKey === undefined ? this.store.hashKeyOf(key) : explicitHashKey(ExplicitHashKey)
    return { entry, bytes, key, keyBytes, hashKey }
  }

  /** KIN1.10: calls are served one after the other here, so that the new number is the larger one in any case. */
  private checkOrdering(stream: SandboxStream, previous: string | undefined): void {
    if (previous === undefined) return
    const place = parseSequenceNumber(previous)
    if (place === null || place.stream !== stream.serial || place.at > this.account.now)
      throw invalidArgument('KIN1.10', `${previous} is no sequence number that ${stream.name} has given.`)
  }
}

function explicitHashKey(text: unknown): bigint {
  if (typeof text !== 'string' || !/^(0|[1-9]\d{0,38})$/.test(text))
    throw validation('KIN1.12', `ExplicitHashKey is a decimal number without a sign, not ${String(text)}.`)
  const hashKey = BigInt(text)
  if (!isHashKey(hashKey)) throw invalidArgument('KIN1.12', `ExplicitHashKey lies in 0 to 2^128 - 1, unlike ${text}.`)
  return hashKey
}
