type Message = {
  body: string
  number: number
  sentAt: number
  /** Not to be had before; 0 = at once. */
  delayedUntil: number
  visibleSince: number
  receives: number
  receivesBefore: number
  hiddenUntil: number
  returned: number
  gone: boolean
}

export type PlainSettings = { timeout: number; retention: number; delay: number; maxReceiveCount: number }

/**
 * A standard queue as one would write it from the facts alone: a list of messages, looked through at every question. It has all
 * servers asked and no faults. Times in seconds.
 */
export class PlainQueue {
  readonly settings: PlainSettings
  private readonly messages: Message[] = []
  private returns = 0
  deadLetters: PlainQueue | null = null

  constructor(settings: PlainSettings) {
    this.settings = { ...settings }
  }

  /** Moment of the next change by itself. */
  nextChange(): number {
    return Math.min(Infinity, ...this.there().map((message) => this.changeOf(message)))
  }

  /** All changes of this moment: what becomes visible, oldest first, then what expires. */
  change(now: number): void {
    const due = this.there().filter((message) => this.changeOf(message) <= now)
    for (const message of due.filter(({ hiddenUntil, delayedUntil }) => hiddenUntil > 0 || delayedUntil > 0)) {
      if (message.sentAt + this.settings.retention <= now) message.gone = true
      else if (message.hiddenUntil > 0) this.giveBack(message)
      else {
        message.delayedUntil = 0
        message.visibleSince = now
      }
    }
    for (const message of due) {
      const isWaiting = message.hiddenUntil === 0
      if (isWaiting && message.sentAt + this.settings.retention <= now) message.gone = true
    }
  }

  send(body: string, now: number, delay = this.settings.delay): void {
    this.put({ body, sentAt: now, receives: 0, receivesBefore: 0, delayedUntil: delay > 0 ? now + delay : 0 }, now)
  }

  receive(
    most: number,
    now: number,
    timeout = this.settings.timeout,
  ): { body: string; receives: number; number: number }[] {
    const got: Message[] = []
    for (const message of this.inLine()) {
      if (got.length === most) break
      if (this.deadLetters !== null && message.receives >= this.settings.maxReceiveCount) {
        const { body, sentAt, receives } = message
        message.gone = true
        this.deadLetters.put({ body, sentAt, receives, receivesBefore: receives, delayedUntil: 0 }, now)
        this.deadLetters.change(now)
        continue
      }
      message.receives += 1
      message.hiddenUntil = now + timeout
      got.push(message)
    }
    const answer = got.map(({ body, receives, number }) => ({ body, receives, number }))
    this.change(now)
    return answer
  }

  delete(number: number, receives: number): void {
    const message = this.messages[number]!
    if (message.receives === receives) message.gone = true
  }

  hide(number: number, receives: number, timeout: number, now: number): 'done' | 'gone' {
    const message = this.messages[number]!
    if (message.gone) return 'gone'
    if (message.receives === receives && message.hiddenUntil > 0) message.hiddenUntil = now + timeout
    if (timeout === 0) this.change(now)
    return 'done'
  }

  purge(): void {
    for (const message of this.messages) message.gone = true
  }

  counts(): [visible: number, inFlight: number, delayed: number] {
    const there = this.there()
    const inFlight = there.filter(({ hiddenUntil }) => hiddenUntil > 0).length
    const delayed = there.filter(({ delayedUntil }) => delayedUntil > 0).length
    return [there.length - inFlight - delayed, inFlight, delayed]
  }

  private put(
    message: Pick<Message, 'body' | 'sentAt' | 'receives' | 'receivesBefore' | 'delayedUntil'>,
    now: number,
  ): void {
    const own = { number: this.messages.length, visibleSince: now, hiddenUntil: 0, returned: 0, gone: false }
    this.messages.push({ ...message, ...own })
  }

  private giveBack(message: Message): void {
    message.hiddenUntil = 0
    message.returned = ++this.returns
  }

  private there(): Message[] {
    return this.messages.filter(({ gone }) => !gone)
  }

  private changeOf({ sentAt, hiddenUntil, delayedUntil }: Message): number {
    if (hiddenUntil > 0) return hiddenUntil
    const expiry = sentAt + this.settings.retention
    return delayedUntil > 0 ? Math.min(delayedUntil, expiry) : expiry
  }

  /** Returned ones, then those never received by when they became visible, then those received three times here (SQS.13). */
  private inLine(): Message[] {
    const rank = ({ receives, receivesBefore, returned }: Message) =>
      returned === 0 ? 1 : receives - receivesBefore >= 3 ? 2 : 0
    return this.there()
      .filter(({ hiddenUntil, delayedUntil }) => hiddenUntil === 0 && delayedUntil === 0)
      .sort(
        (a, b) =>
          rank(a) - rank(b) || a.returned - b.returned || a.visibleSince - b.visibleSince || a.number - b.number,
      )
  }
}
