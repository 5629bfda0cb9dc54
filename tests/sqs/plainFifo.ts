import type { TurnableFifoQueue } from '../../src/engine/sqs/fifoPlan.ts'

export type PlainMessage = {
  name: number
  group: number
  sentAt: number
  /** 0 = visible */
  hiddenUntil: number
  receivedAt: number
  receives: number
}

/**
 * A FIFO queue as one would write it from the facts alone: the list of its messages in the order of sending, walked at every
 * receive. Slow and plain.
 */
export class PlainFifo {
  messages: PlainMessage[] = []
  readonly settings: TurnableFifoQueue
  readonly dead: number[] = []
  private readonly scanLimit: number
  private remembered: { group: number; id: number; at: number; name: number }[] = []

  constructor(settings: TurnableFifoQueue, scanLimit: number) {
    this.settings = { ...settings }
    this.scanLimit = scanLimit
  }

  /** The lock rule, FIFO.08 and FIFO.09: behind a message that is not taken now nothing of its group is; then other groups. */
  receive(now: number, most: number, timeout: number): PlainMessage[] {
    const taken: PlainMessage[] = []
    let group = -1
    while (taken.length < Math.min(most, this.settings.inFlightLimit - this.inFlight)) {
      const scanned = this.messages.slice(0, this.scanLimit)
      const isPassed = (m: PlainMessage) => m.group === group && taken.includes(m)
      const isOpen = (m: PlainMessage) => scanned.find((o) => o.group === m.group && !isPassed(o)) === m
      const isThere = (m: PlainMessage) => m.hiddenUntil === 0 && !this.isDelayed(m, now) && !taken.includes(m)
      const possible = scanned.filter((m) => isThere(m) && isOpen(m))
      const next = possible.find((m) => m.group === group) ?? possible[0]
      if (!next) break
      group = next.group
      if (next.receives >= this.settings.maxReceiveCount && this.settings.maxReceiveCount > 0) this.moveAway(next)
      else taken.push(next)
    }
    for (const message of taken) this.hide(message, now, timeout)
    return taken
  }

  /** Timeouts and retention, up to now. */
  advance(now: number): void {
    const { retentionMicros } = this.settings
    this.messages = this.messages.filter((message) => {
      const { sentAt, hiddenUntil } = message
      if (hiddenUntil > now) return true
      if (hiddenUntil > 0 && sentAt + retentionMicros <= hiddenUntil) return false
      message.hiddenUntil = 0
      return sentAt + retentionMicros > now
    })
  }

  /** The name of the message that it repeats, else -1 (FIFO.12). */
  send(now: number, name: number, group: number, id: number): number {
    const isByGroup = this.settings.deduplicationScope === 1
    const same = this.remembered.findLast(
      (one) => one.id === id && (!isByGroup || one.group === group) && now - one.at < 300e6,
    )
    if (same) return same.name
    this.remembered.push({ group, id, at: now, name })
    this.messages.push({ name, group, sentAt: now, hiddenUntil: 0, receivedAt: 0, receives: 0 })
    return -1
  }

  purge(): void {
    this.messages = []
    this.remembered = []
  }

  /** The message in flight by this receive; undefined when it is gone or was received again or is visible (FIFO.20). */
  held(name: number, receives: number): PlainMessage | undefined {
    return this.messages.find((m) => m.name === name && m.receives === receives && m.hiddenUntil > 0)
  }

  has(name: number): boolean {
    return this.messages.some((message) => message.name === name)
  }

  remove(message: PlainMessage): void {
    this.messages = this.messages.filter((other) => other !== message)
  }

  /** Visible, in flight, delayed. */
  counts(now: number): [number, number, number] {
    const delayed = this.messages.filter((message) => this.isDelayed(message, now)).length
    return [this.messages.length - this.inFlight - delayed, this.inFlight, delayed]
  }

  private get inFlight(): number {
    return this.messages.filter(({ hiddenUntil }) => hiddenUntil > 0).length
  }

  private isDelayed({ sentAt, receives }: PlainMessage, now: number): boolean {
    return receives === 0 && sentAt + this.settings.delayMicros > now
  }

  private hide(message: PlainMessage, now: number, timeout: number): void {
    message.hiddenUntil = now + timeout
    message.receivedAt = now
    message.receives += 1
  }

  private moveAway(message: PlainMessage): void {
    this.remove(message)
    this.dead.push(message.name)
  }
}
