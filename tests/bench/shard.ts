import { MODEL } from './model.ts'

const ROWS = (MODEL.durationMicros + MODEL.writeBurstMicros) / MODEL.microsPerRecord

/** A shard of the library peers: its limits and its log, in the same fast form as the hand-written loop has. */
export class Shard {
  end = 0
  readonly created = new Int32Array(ROWS)
  readonly bytes = new Uint16Array(ROWS)
  readonly key = new Uint16Array(ROWS)
  private recordsEmptyAt: number = -MODEL.writeBurstMicros
  private bytesEmptyAt: number = -MODEL.writeBurstMicros
  private readEmptyAt: number = -MODEL.readBurstBytes

  /** Stores a record, or gives false when a write limit refuses it. */
  write(now: number, created: number, bytes: number, key: number): boolean {
    const oldest = now - MODEL.writeBurstMicros
    const recordsEmpty = Math.max(this.recordsEmptyAt, oldest)
    const bytesEmpty = Math.max(this.bytesEmptyAt, oldest)
    if (now - recordsEmpty < MODEL.microsPerRecord || now - bytesEmpty < bytes) return false
    this.recordsEmptyAt = recordsEmpty + MODEL.microsPerRecord
    this.bytesEmptyAt = bytesEmpty + bytes
    this.created[this.end] = created
    this.bytes[this.end] = bytes
    this.key[this.end] = key
    this.end++
    return true
  }

  /** One read from row `from` on: the row after the last one taken, or `from` when refused or nothing is there. */
  read(now: number, from: number): number {
    const readNow = now * MODEL.readBytesPerMicro
    const readEmpty = Math.max(this.readEmptyAt, readNow - MODEL.readBurstBytes)
    if (readNow <= readEmpty) return from
    const most = Math.min(this.end, from + MODEL.recordsPerRead)
    let to = from
    let bytes = 0
    while (to < most && bytes + this.bytes[to]! <= MODEL.bytesPerRead) bytes += this.bytes[to++]!
    this.readEmptyAt = readEmpty + bytes
    return to
  }
}
