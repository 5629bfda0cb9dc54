import type { RandomStreams } from '../../kernel/random.ts'
import type { Micros } from '../../kernel/time.ts'
import type { World } from '../../world.ts'
import { type Coordinated, type LeaseResources, NOBODY } from '../coordination.ts'
import { FAILED, PROCESSED } from '../shardTally.ts'
import { assignLeases } from './assigner.ts'
import type { Custody } from './custody.ts'
import type { KclPlan } from './kclPlan.ts'
import type { KclWorkers } from './kclWorkers.ts'
import type { LeaseTable } from './leaseTable.ts'
import { liveLeases, takeLeases } from './taker.ts'

type DutyParts = {
  table: LeaseTable
  workers: KclWorkers
  custody: Custody
  plan: KclPlan
  resources: LeaseResources
}

/** What each worker does at its own times. */
export class WorkerDuties {
  private readonly application: Coordinated
  private readonly table: LeaseTable
  private readonly workers: KclWorkers
  private readonly custody: Custody
  private readonly plan: KclPlan
  private readonly random: RandomStreams
  private readonly resources: LeaseResources
  /** Work done on each shard when its holder last reported. */
  private readonly workThen: Float64Array

  constructor(world: World, application: Coordinated, parts: DutyParts) {
    this.application = application
    this.table = parts.table
    this.workers = parts.workers
    this.custody = parts.custody
    this.plan = parts.plan
    this.resources = parts.resources
    this.random = world.random
    this.workThen = world.state.column(parts.table.rows)
  }

  /** KCL.03; a worker that has lost leases learns it here (KCL.11), and one that cannot renew gives up after the failover time. */
  renew(worker: number, now: Micros): void {
    const { workers, custody, table, application } = this
    if (workers.isCutOff(worker)) {
      if (now - workers.renewedAt(worker) >= this.failoverMicros) this.loseAll(worker, now)
      return
    }
    workers.setRenewedAt(worker, now)
    custody.endZombiesOf(worker, now)
    for (const shard of custody.shardsOf(worker)) {
      if (!table.isLive(shard)) continue
      if (!table.belongsTo(shard, worker)) custody.lapse(shard, now)
      else {
        table.renew(shard, now, application.readers[shard]!.bytesRead, this.plan.loadWeight)
        if (table.nextOwnerOf(shard) !== NOBODY && !custody.isHandingOver(shard)) custody.beginHandover(shard, now)
      }
    }
  }

  private loseAll(worker: number, now: Micros): void {
    this.custody.endZombiesOf(worker, now)
    for (const shard of this.custody.shardsOf(worker)) this.custody.lapse(shard, now)
  }

  /** KCL.05 */
  take(worker: number, now: Micros): void {
    const { table, workers, plan, failoverMicros, random, resources } = this
    const stream = resources.workerStreams[worker]!
    for (const shard of takeLeases(table, workers, worker, plan, failoverMicros, random, stream, now)) {
      this.resetWork(shard)
      this.custody.begin(shard, worker, now)
    }
  }

  /** KCL.04, KCL.15: this worker leads. */
  assign(worker: number, now: Micros): void {
    const { table, workers, plan, failoverMicros, random, resources, custody } = this
    const moved = (shard: number) => {
      const holder = custody.holderOf(shard)
      if (holder !== NOBODY && !table.belongsTo(shard, holder)) custody.disown(shard, now)
    }
    assignLeases(worker, { table, workers, plan, failoverMicros, random, stream: resources.leaderStream, moved }, now)
  }

  /** KCL.04: a worker finds what was assigned to it. */
  discover(worker: number, now: Micros): void {
    for (const shard of liveLeases(this.table)) {
      if (!this.table.belongsTo(shard, worker) || this.custody.holderOf(shard) === worker) continue
      this.resetWork(shard)
      this.custody.begin(shard, worker, now)
    }
  }

  /** KCL.15: CPU is time of work over time that has passed, on so many cores. */
  report(worker: number, now: Micros): void {
    const { workers, plan, application } = this
    let micros = 0
    for (const shard of this.custody.shardsOf(worker)) {
      application.readers[shard]!.catchUp(now)
      micros += (this.workOf(shard) - this.workThen[shard]!) * application.settings.serviceMicros
      this.resetWork(shard)
    }
    const elapsed = now - workers.reportedAt(worker)
    const load = elapsed > 0 && plan.cores > 0 ? micros / elapsed / plan.cores : 0
    workers.report(worker, load, plan.loadWeight, now)
  }

  private workOf(shard: number): number {
    const { t } = this.application.readers[shard]!.processor.tally
    return t[PROCESSED]! + t[FAILED]!
  }

  private resetWork(shard: number): void {
    this.workThen[shard] = this.workOf(shard)
  }

  private get failoverMicros(): Micros {
    return this.application.settings.failoverMicros
  }
}
