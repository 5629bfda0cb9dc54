import type { TurnableQueue } from '../../src/engine/index.ts'

type Message = {
  number: number
  sentAt: number
  receives: number
  hiddenUntil: number
  returnedAt: number
  gone: boolean
}

/**
 * A queue as one would write it from the facts alone: a list of messages, looked through at every question. Slow, plain,
 * and of a make so different from the engine's that both can hardly have the same mistake.
 */
export class ReferenceQueue {
  private readonly messages: Message[] = []
  private returns = 0
  readonly limits: TurnableQueue

  constructor(limits: TurnableQueue) {
    this.limits = { ...limits }
  }

  /** Timeouts first, then retention, in the order of their moments. */
  advance(now: number): void {
    for (;;) {
      const next = this.messages
        .filter(({ gone }) => !gone)
        .map((message) => ({ message, at: this.nextChange(message) }))
        .filter(({ at }) => at <= now)
        .sort((a, b) => a.at - b.at || this.order(a.message) - this.order(b.message))[0]
      if (!next) return
      const { message, at } = next
      const expired = message.sentAt + this.limits.retentionMicros <= at
      if (expired) message.gone = true
      else {
        message.hiddenUntil = 0
        message.returnedAt = ++this.returns
      }
    }
  }

  send(now: number, bytes: number): boolean {
    if (bytes > this.limits.messageBytesLimit) return false
    this.messages.push({
      number: this.messages.length + 1,
      sentAt: now,
      receives: 0,
      hiddenUntil: 0,
      returnedAt: 0,
      gone: false,
    })
    return true
  }

  receive(now: number, most: number): { message: number; receives: number }[] | 'over limit' {
    const room = this.limits.inFlightLimit - this.inFlight
    if (room <= 0) return 'over limit'
    return this.waiting()
      .sort((a, b) => rank(a) - rank(b) || a.returnedAt - b.returnedAt || a.number - b.number)
      .slice(0, Math.min(room, most, this.limits.batchLimit))
      .map((message) => {
        message.receives += 1
        message.hiddenUntil = now + this.limits.visibilityTimeoutMicros
        return { message: message.number, receives: message.receives }
      })
  }

  delete(number: number, receives: number): boolean {
    const message = this.messages[number - 1]!
    if (message.gone || message.receives !== receives) return false
    message.gone = true
    return true
  }

  purge(): void {
    for (const message of this.messages) message.gone = true
  }

  get inFlight(): number {
    return this.messages.filter(({ gone, hiddenUntil }) => !gone && hiddenUntil > 0).length
  }

  get visible(): number {
    return this.waiting().length
  }

  private waiting(): Message[] {
    return this.messages.filter(({ gone, hiddenUntil }) => !gone && hiddenUntil === 0)
  }

  private nextChange({ sentAt, hiddenUntil }: Message): number {
    return hiddenUntil > 0 ? hiddenUntil : sentAt + this.limits.retentionMicros
  }

  /** Of one moment: what was received first returns first. */
  private order({ hiddenUntil, number }: Message): number {
    return hiddenUntil > 0 ? number : number + 1e9
  }
}

/** Returned ones, then those never received, then those received three times or more (SQS.13). */
function rank({ receives }: Message): number {
  if (receives >= 3) return 2
  return receives > 0 ? 0 : 1
}
