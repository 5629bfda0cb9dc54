import { type LimitId, numbersOf } from '../../aws/index.ts'

/** A mark on a field's slider: AWS's default, AWS's limit, or a round value worth knowing; its value stands behind the label. */
export type Tick = { value: number; label: string; factId?: LimitId }

/** What a person is told of one parameter. A document can be read, run and shared without it, so the page loads it later. */
export type FieldHelp = {
  /** The heading under which it stands. */
  group: string
  /** Shown before the rest is unfolded. */
  basic?: true
  help: string
  ticks?: readonly Tick[]
}

/** The help of a kind's fields by their names. */
export type KindHelp = Readonly<Record<string, FieldHelp>>

/** The mark of a service limit that is a parameter (`limited`). */
export function awsTick(factId: LimitId): Tick {
  const { value, allowed } = numbersOf(factId)
  return { value, label: allowed === undefined ? 'AWS' : 'AWS default', factId }
}
