import { encodeUtf8 } from '../../kernel/utf8.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import type { RecordData, StoredRecord } from './kinesisApi.ts'
import { secondsOf } from './timestamp.ts'

type Content = { data: RecordData; key: string | undefined }

/** What the records say, by their references: the models know keys and sizes alone. */
export class RecordStore {
  private readonly sandbox: SandboxWorld
  private readonly contents = new Map<number, Content>()

  constructor(sandbox: SandboxWorld) {
    this.sandbox = sandbox
  }

  /** The reference that the next record will have: a shard is asked for it before it is made. */
  get nextReference(): number {
    const { records } = this.sandbox.world
    return records.reference(0, records.countOf(0))
  }

  add(key: number, dataBytes: number, content: Content): void {
    const reference = this.sandbox.world.records.add(0, this.sandbox.now, key, dataBytes)
    this.contents.set(reference, content)
  }

  /** The number of a key and its bytes; a record may come without one (AUTO). */
  keyOf(key: string | undefined): { number: number; bytes: number } {
    const name = key ?? ''
    return { number: this.sandbox.world.keys.add(name), bytes: encodeUtf8(name).length }
  }

  hashKeyOf(keyNumber: number): bigint {
    return this.sandbox.world.keys.hashKeyOf(keyNumber)
  }

  /** A record as readers see it. Its arrival is that of its storing. */
  read(reference: number, sequenceNumber: string): StoredRecord {
    const { data, key } = this.contents.get(reference)!
    return {
      SequenceNumber: sequenceNumber,
      ApproximateArrivalTimestamp: secondsOf(this.sandbox.world.records.createdAt(reference)),
      Data: data,
      ...(key !== undefined && { PartitionKey: key }),
    }
  }
}
