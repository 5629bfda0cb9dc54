import type { Region } from './regions.ts'

// One number of AWS's (or one of ours), with where it was read. Data only: nothing here decides.
// A row has two halves. Its numbers load with the page; its words load when somebody asks where a number comes from.

/** Units of values. `share` is 0..1, shown as %; `times` is a plain factor; a bare count has none. */
export type Unit =
  | 'records/s'
  | 'messages/s'
  | 'B/s'
  | 'calls/s'
  | 'B'
  | 'MiB'
  | 'ms'
  | 's'
  | 'h'
  | 'records'
  | 'messages'
  | 'calls'
  | 'attempts'
  | 'receives'
  | 'batches'
  | 'keys'
  | 'shards'
  | 'streams'
  | 'consumers'
  | 'workers'
  | 'servers'
  | 'invocations'
  | 'pollers'
  | 'subscriptions'
  | 'characters'
  | 'share'
  | 'times'
  | 'USD/h'
  | 'USD/million'
  | 'USD/GB'
  | 'USD/GB-month'
  | 'USD/GB-s'
  | ''

/**
 * V: read in current official text. V22, V23: only in archived official text of that year, not seen contradicted.
 * T: third parties quoting AWS. D: derived by arithmetic or from source code. X: our assumption. M: unverified.
 */
export type Confidence = 'V' | 'V22' | 'V23' | 'T' | 'D' | 'X' | 'M'

/** Smallest and largest value that AWS lets one choose. */
export type Span = readonly [least: number, most: number]

/** The half of a row that a run needs. `value` is that of us-east-1 in profile `today`. */
export type Numbers = {
  /** limit: AWS refuses beyond it. default: what holds when nobody chooses. assumption: ours, label it so. */
  kind: 'limit' | 'default' | 'price' | 'assumption'
  value: number
  unit: Unit
  /** Absent where there is no choice. */
  allowed?: Span
  /** What profile `article` has instead; absent where it has the same. */
  article?: 'absent' | { value: number; allowed?: Span }
  /** Values of single Regions, and of all others; without `elsewhere` the others have none. Absent: the same in all. */
  regions?: { readonly values: Readonly<Partial<Record<Region, number>>>; readonly elsewhere?: number }
}

/** The other half: where it was read, how sure it is, what it is called, and one sentence where that does not say it all. */
export type Words = readonly [source: SourceCode, confidence: Confidence, name: string, note?: string]

export type SourceCode =
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'S5'
  | 'S6'
  | 'S7'
  | 'S8'
  | 'S9'
  | 'S10'
  | 'FAQ'
  | 'Q1'
  | 'Q2'
  | 'Q3'
  | 'Q4'
  | 'Q5'
  | 'Q6'
  | 'Q8'
  | 'N1'
  | 'N2'
  | 'N3'
  | 'N4'
  | 'N5'
  | 'L1'
  | 'L2'
  | 'L3'
  | 'L4'
  | 'L5'
  | 'L6'
  | 'K1'
  | 'K2'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'DDB'
  | 'memory'
  | 'ours'

export type Source = {
  title: string
  /** Absent where the text has no public address of its own. */
  address?: string
  /** Day on which it was last compared with our rows, ISO 8601. */
  checkedOn: string
}

/** The words of a row together with their source. */
export type Described = {
  /** The fact's ID; a word behind it where one fact has several numbers (`KIN1.06.bytes`). */
  id: string
  name: string
  note?: string
  confidence: Confidence
  source: SourceCode
  sourceTitle: string
  sourceAddress?: string
  checkedOn: string
}

/** A whole row. */
export type Limit = Numbers & Described
