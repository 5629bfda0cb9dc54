import { MICROS_PER_DAY, type Micros } from '../../kernel/time.ts'
import type { KeptMessage } from './sandboxSubscription.ts'

/** SNS.09: what a FIFO topic keeps of its messages, oldest first, whoever has received them. */
export class Archive {
  private messages: KeptMessage[] = []

  add(message: KeptMessage): void {
    this.messages.push(message)
  }

  clear(): void {
    this.messages = []
  }

  /** Messages published from `from` to `to` that have not expired. */
  between(from: Micros, to: Micros, now: Micros, days: number | null): readonly KeptMessage[] {
    const oldest = now - (days ?? 0) * MICROS_PER_DAY
    this.messages = this.messages.filter(({ publishedAt }) => publishedAt > oldest)
    return this.messages.filter(({ publishedAt }) => publishedAt >= from && publishedAt <= to)
  }
}
