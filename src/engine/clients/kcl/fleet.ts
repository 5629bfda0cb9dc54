import { max } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import { NOBODY } from '../coordination.ts'
import type { Assigning } from './assigning.ts'
import { averageOf } from './balanceRules.ts'

/** Reports that a worker may miss until it counts as gone (KCL.15). */
const REPORTS_MISSED = 2

/** The workers that a leader can give leases to, with their loads as they will be after what it has decided so far in its pass. */
export class Fleet {
  /** Numbers of the workers that report. */
  readonly active: number[] = []
  readonly averageLoad: number
  /** Bytes a second that each active worker would have if all had the same. */
  readonly averageRate: number
  private readonly table: Assigning['table']
  private readonly byCount: boolean
  /** Of all workers, active or not. */
  private readonly loads: number[] = []
  private readonly leases: number[][] = []

  constructor({ table, workers, plan }: Assigning, leases: readonly number[], free: readonly number[], now: Micros) {
    this.table = table
    this.byCount = plan.balancesByCount
    const silentSince = now - REPORTS_MISSED * plan.reportMicros
    // Whoever let a lease expire is taken for dead; a worker that died and came back is another one.
    const own = (shard: number) => table.belongsTo(shard, table.ownerOf(shard))
    const suspects = new Set(free.filter(own).map((shard) => table.ownerOf(shard)))
    for (let worker = 0; worker < workers.count; worker++) {
      this.loads.push(workers.loadOf(worker))
      this.leases.push(leases.filter((shard) => !free.includes(shard) && this.futureOwner(shard) === worker))
      if (workers.reportedAt(worker) >= silentSince && !suspects.has(worker)) this.active.push(worker)
    }
    this.averageLoad = averageOf(this.active.map((worker) => this.loads[worker]!))
    const rate = leases.reduce((sum, shard) => sum + table.rateOf(shard), 0)
    this.averageRate = rate / max(1, this.active.length)
  }

  loadOf(worker: number): number {
    return this.loads[worker]!
  }

  leasesOf(worker: number): readonly number[] {
    return this.leases[worker]!
  }

  rateOf(worker: number): number {
    return this.leases[worker]!.reduce((sum, shard) => sum + this.table.rateOf(shard), 0)
  }

  /** The active worker with the most room: least loaded, then fewest leases, then first; NOBODY when none is active. */
  roomiest(): number {
    let best = NOBODY
    for (const worker of this.active) if (best === NOBODY || this.hasMoreRoom(worker, best)) best = worker
    return best
  }

  /** What a lease adds to whoever gets it: as much load as its share of the average worker's bytes. */
  loadOfLease(shard: number): number {
    return this.averageRate > 0 ? (this.table.rateOf(shard) / this.averageRate) * this.averageLoad : 0
  }

  add(worker: number, shard: number): void {
    this.leases[worker]!.push(shard)
    this.loads[worker]! += this.loadOfLease(shard)
  }

  /** From its owner to another worker. */
  move(shard: number, to: number): void {
    const from = this.table.ownerOf(shard)
    this.leases[from] = this.leases[from]!.filter((other) => other !== shard)
    this.loads[from]! -= this.loadOfLease(shard)
    this.add(to, shard)
  }

  private hasMoreRoom(worker: number, than: number): boolean {
    const [load, other] = [this.loads[worker]!, this.loads[than]!]
    if (!this.byCount && load !== other) return load < other
    return this.leases[worker]!.length < this.leases[than]!.length
  }

  private futureOwner(shard: number): number {
    const next = this.table.nextOwnerOf(shard)
    return next === NOBODY ? this.table.ownerOf(shard) : next
  }
}
