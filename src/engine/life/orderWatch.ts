import type { Micros } from '../kernel/time.ts'
import type { LifeStep, Watch } from './watch.ts'

/** What the order check must know of one record on its way to one consumer. */
export type Passage = {
  reference: number
  key: number
  /** Place among all records, in the order in which they were made. */
  made: number
  /** Where it was stored, when among all that were stored, and after how many attempts. */
  store: string
  row: number
  stored: number
  attempts: number
  /** Its first hand-out to this consumer, how often it was handed out, and to which worker or shard. */
  received: number
  receives: number
  worker: number
}

/** An earlier record of a key that a consumer worked after a later one. */
export type Overtaking = { consumer: string; at: Micros; earlier: Passage; later: Passage }

type Stored = { store: string; row: number; stored: number; attempts: number }

/** Notes the way of every record of some keys, and who was overtaken. Follows so many records and no more. */
export class OrderWatch implements Watch {
  readonly overtakings: Overtaking[] = []
  /** More records came than could be followed. */
  isCut = false
  private readonly keyOf: (reference: number) => number
  /** The one key that is followed, -1 = all. */
  private readonly only: number
  private readonly recordsAtMost: number
  private readonly overtakingsAtMost: number
  private readonly made = new Map<number, number>()
  private readonly stores = new Map<number, Stored[]>()
  /** By consumer and reference. */
  private readonly passages = new Map<string, Map<number, Passage>>()
  /** By consumer and key: the latest record that was worked. */
  private readonly latest = new Map<string, Map<number, Passage>>()
  private readonly worked = new Map<string, Set<number>>()
  private count = 0

  constructor(keyOf: (reference: number) => number, only: number, recordsAtMost: number, overtakingsAtMost: number) {
    this.keyOf = keyOf
    this.only = only
    this.recordsAtMost = recordsAtMost
    this.overtakingsAtMost = overtakingsAtMost
  }

  note(step: LifeStep, reference: number, node: string, row: number, detail: number, now: Micros): void {
    const key = this.keyOf(reference)
    if (this.only >= 0 && key !== this.only) return
    this.count++
    if (step === 'made') this.follow(reference)
    if (!this.made.has(reference)) return
    if (step === 'stored' || step === 'copied')
      within(this.stores, reference, () => []).push({ store: node, row, stored: this.count, attempts: detail })
    if (step === 'received') this.handedOut(reference, key, node, row)
    if (step === 'worked') this.done(reference, node, now)
  }

  private follow(reference: number): void {
    if (this.made.size < this.recordsAtMost) this.made.set(reference, this.made.size)
    else this.isCut = true
  }

  private handedOut(reference: number, key: number, node: string, row: number): void {
    const passages = within(this.passages, node, () => new Map<number, Passage>())
    const known = passages.get(reference)
    if (known !== undefined) {
      known.receives++
      known.worker = row
      return
    }
    const [store] = this.stores.get(reference) ?? []
    const { store: name = '', row: shard = 0, stored = 0, attempts = 1 } = store ?? {}
    const made = this.made.get(reference)!
    const place = { reference, key, made, store: name, row: shard, stored, attempts }
    passages.set(reference, { ...place, received: this.count, receives: 1, worker: row })
  }

  private done(reference: number, node: string, now: Micros): void {
    const passage = this.passages.get(node)?.get(reference)
    const worked = within(this.worked, node, () => new Set<number>())
    if (passage === undefined || worked.has(reference)) return
    worked.add(reference)
    const latest = within(this.latest, node, () => new Map<number, Passage>())
    const before = latest.get(passage.key)
    if (before === undefined || before.made < passage.made) {
      latest.set(passage.key, { ...passage })
      return
    }
    if (this.overtakings.length < this.overtakingsAtMost)
      this.overtakings.push({ consumer: node, at: now, earlier: { ...passage }, later: before })
    else this.isCut = true
  }
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
