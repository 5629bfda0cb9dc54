import { CALL_FAILED, factOf, type Store } from '../clients/store.ts'
import type { Engine } from '../engine.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { Bucket } from './bucket.ts'
import { CallWatch, type RefusedCall } from './refusedCalls.ts'
import type { LifeStep, Watch } from './watch.ts'

/** One refused attempt, explained: which statement refused it, the bucket at that microsecond, and beside it what the last second took. */
export type Refusal = {
  at: Micros
  reference: number
  store: string
  row: number
  factId: string
  bucket: Bucket | null
  /** Records and bytes stored in the row during the second that ends with the refusal: a sum, and not what decides. */
  lastSecond: { records: number; bytes: number }
}

type Taken = { at: Micros; bytes: number }

/** Notes the refusals of a stretch of a run, with the second before each. */
class RefusalWatch implements Watch {
  readonly refusals: Refusal[] = []
  private readonly engine: Engine
  private readonly stores: ReadonlyMap<string, Store>
  private readonly from: Micros
  private readonly most: number
  private readonly taken = new Map<string, Taken[]>()

  constructor(engine: Engine, stores: ReadonlyMap<string, Store>, from: Micros, most: number) {
    this.engine = engine
    this.stores = stores
    this.from = from
    this.most = most
  }

  note(step: LifeStep, reference: number, node: string, row: number, detail: number, now: Micros): void {
    const store = this.stores.get(node)
    if (store === undefined || (step !== 'stored' && step !== 'refused')) return
    const { records } = this.engine.world
    const key = records.keyOf(reference)
    const bytes = store.sizeOf(key, records.bytesOf(reference))
    const lately = this.lately(`${node} ${row}`, now)
    if (step === 'stored') {
      lately.push({ at: now, bytes })
      return
    }
    if (now < this.from || this.refusals.length >= this.most) return
    this.refusals.push({
      at: now,
      reference,
      store: node,
      row,
      factId: store.limitOf?.(detail, key, now) ?? factOf(store, detail),
      bucket: detail === CALL_FAILED ? null : (store.bucketOf?.(detail, key, bytes, now) ?? null),
      lastSecond: { records: lately.length, bytes: lately.reduce((sum, taken) => sum + taken.bytes, 0) },
    })
  }

  /** What a row took in the second up to now. */
  private lately(row: string, now: Micros): Taken[] {
    const kept = (this.taken.get(row) ?? []).filter(({ at }) => at > now - MICROS_PER_SECOND)
    this.taken.set(row, kept)
    return kept
  }
}

/**
 * Plays a fresh engine up to `until` and explains the refusals from `from` on, at most so many. The engine may have been restored
 * to any moment at least a second before `from`.
 */
export function refusalsOf(engine: Engine, from: Micros, until: Micros, most: number): Refusal[] {
  return refusedOf(engine, from, until, most).records
}

/** The same, and beside them the refused calls that were about no single record: reads, and invocations of functions. */
export function refusedOf(
  engine: Engine,
  from: Micros,
  until: Micros,
  most: number,
): { records: Refusal[]; calls: RefusedCall[] } {
  const stores = new Map<string, Store>()
  for (const producer of engine.producers) for (const { store } of producer.links) stores.set(store.plan.id, store)
  engine.run(from - MICROS_PER_SECOND, Infinity)
  const ofRecords = new RefusalWatch(engine, stores, from, most)
  const ofCalls = new CallWatch(engine, from, most)
  engine.watch({
    note: (...noted) => ofRecords.note(...noted),
    wasRead: (...read) => ofCalls.wasRead(...read),
    readRefused: (...read) => ofCalls.readRefused(...read),
    throttled: (...call) => ofCalls.throttled(...call),
  })
  engine.run(until, Infinity)
  engine.watch(null)
  return { records: ofRecords.refusals, calls: ofCalls.refused }
}
