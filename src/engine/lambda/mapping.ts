import type { Micros } from '../kernel/time.ts'

/** An event source mapping as its function sees it. */
export interface Mapping {
  /** When it has something to do next. */
  readonly dueAt: Micros
  onDue(now: Micros): void
  /** A setting was turned. */
  onSet(now: Micros): void
  /** Records or messages that came and are not settled, as far as the mapping knows of them. */
  readonly backlog: number
  /** The first record or message of each invocation under way. */
  readonly running: readonly number[]
  /** Invocations that it may have under way at once. */
  readonly scale: number
}
