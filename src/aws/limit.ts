// One number of AWS's (or one of ours), with where it was read. Data only: nothing here decides.

/** Units of values. `share` is 0..1, shown as %; `times` is a plain factor. */
export type Unit =
  | 'records/s'
  | 'B/s'
  | 'calls/s'
  | 'B'
  | 'ms'
  | 's'
  | 'h'
  | 'records'
  | 'messages'
  | 'calls'
  | 'attempts'
  | 'batches'
  | 'keys'
  | 'shards'
  | 'workers'
  | 'characters'
  | 'share'
  | 'times'
  | ''

/**
 * V: read in current official text. V22, V23: only in archived official text of that year, not seen contradicted.
 * T: third parties quoting AWS. D: derived by arithmetic or from source code. X: our assumption. M: unverified.
 */
export type Confidence = 'V' | 'V22' | 'V23' | 'T' | 'D' | 'X' | 'M'

export type Source = {
  /** Code of the source, as in `SOURCES`. */
  source: string
  sourceTitle: string
  /** Absent where the text has no public address of its own. */
  sourceAddress?: string
}

export type Limit = Source & {
  /** The fact's ID; a word behind it where one fact has several numbers (`KIN1.06.bytes`). */
  id: string
  /** limit: AWS refuses beyond it. default: AWS's choice when nobody chooses. assumption: ours, label it so. */
  kind: 'limit' | 'default' | 'assumption'
  name: string
  value: number
  unit: Unit
  /** Smallest and largest value that AWS lets one choose; absent where there is no choice. */
  allowed?: readonly [number, number]
  /** One sentence where the name does not say it all. */
  note?: string
  /** Day on which the source was last compared, ISO 8601. */
  checkedOn: string
  confidence: Confidence
}

/** A row as written in the tables: its ID is the key, the day is one for all. */
export type LimitRow = Omit<Limit, 'id' | 'checkedOn'>
