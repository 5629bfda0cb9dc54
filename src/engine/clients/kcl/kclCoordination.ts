import { floor } from '../../kernel/detMath.ts'
import type { RandomStreams } from '../../kernel/random.ts'
import type { Micros } from '../../kernel/time.ts'
import type { World } from '../../world.ts'
import { type Coordinated, type Coordination, type LeaseResources, NOBODY } from '../coordination.ts'
import { Custody } from './custody.ts'
import type { KclPlan } from './kclPlan.ts'
import { KclTimers } from './kclTimers.ts'
import { KclWorkers } from './kclWorkers.ts'
import { LeaderLock } from './leaderLock.ts'
import { LeaseTable } from './leaseTable.ts'
import { audit, createChildren, removeFinished } from './shardSync.ts'
import { liveLeases } from './taker.ts'
import { ApplicationTimer, WorkerTimer } from './timerRows.ts'
import { discoverEveryMicros, passEveryMicros, renewEveryMicros } from './timing.ts'
import { WorkerDuties } from './workerDuties.ts'

/** Workers that share shards as the Kinesis Client Library does: by a lease table, and by looking at it again and again. */
export class KclCoordination implements Coordination {
  readonly table: LeaseTable
  readonly workers: KclWorkers
  private readonly application: Coordinated
  private readonly custody: Custody
  private readonly lock: LeaderLock
  private readonly timers: KclTimers
  private readonly plan: KclPlan
  private readonly duties: WorkerDuties

  constructor(world: World, application: Coordinated, plan: KclPlan, resources: LeaseResources) {
    const { stream } = application
    const { workers, startAtMicros } = application.plan
    const { shards, shardsAtMost } = stream.plan
    this.application = application
    this.plan = plan
    this.workers = new KclWorkers(world.state, workers, startAtMicros)
    this.table = new LeaseTable(world.state, shardsAtMost, shards, this.workers)
    this.lock = new LeaderLock(world.state, this.workers, plan)
    this.custody = new Custody(world, application, this.workers, plan)
    const { table, custody } = this
    this.duties = new WorkerDuties(world, application, { table, workers: this.workers, custody, plan, resources })
    this.timers = new KclTimers(world, resources.firstTimer, workers)
    this.beginTimers(startAtMicros, world.random, resources.phaseStream)
  }

  ownerOf(shard: number): number {
    return this.table.ownerOf(shard)
  }

  readerOf(shard: number): number {
    return this.custody.holderOf(shard)
  }

  leaseStateOf(shard: number): number {
    return this.table.stateOf(shard)
  }

  isAlive(worker: number): boolean {
    return this.workers.isAlive(worker)
  }

  get leader(): number {
    return this.lock.leader
  }

  get waiting(): number {
    return liveLeases(this.table).filter((shard) => this.readerOf(shard) === NOBODY).length
  }

  ready(shard: number, now: Micros): void {
    this.table.create(shard, now)
    this.custody.goOn(shard, now)
  }

  ended(shard: number): void {
    if (this.application.places.hasEnded(shard)) this.table.end(shard)
    else this.table.forget(shard)
    this.custody.release(shard)
  }

  /** The checkpoint SHARD_END is one like others: whoever may not write it, waits. */
  endShard(shard: number, now: Micros): void {
    const reader = this.application.readers[shard]!
    if (!reader.processor.mayCheckpoint) {
      reader.pollAt(now + this.plan.parentPollMicros)
      return
    }
    this.application.places.end(shard, now)
    this.table.end(shard)
    this.custody.release(shard)
    createChildren(shard, this.application, this.table, now)
  }

  onShard(shard: number, now: Micros): void {
    const holder = this.readerOf(shard)
    if (!this.custody.onShard(shard, now)) return
    const next = this.table.nextOwnerOf(shard)
    if (next !== NOBODY && this.table.belongsTo(shard, holder)) this.table.give(shard, next, now)
  }

  crash(worker: number, now: Micros): void {
    this.custody.crash(worker, now)
    this.workers.die(worker)
    this.timers.stopWorker(worker)
  }

  /** A worker comes (back) without memory of what it had: for the table it is a new one. */
  start(worker: number, now: Micros): void {
    this.workers.begin(worker, now)
    this.beginAtOnce(worker, now)
  }

  pause(worker: number, now: Micros): void {
    this.workers.setPaused(worker, true)
    this.custody.pause(worker, now)
    this.timers.stopWorker(worker)
  }

  /** All that was due meanwhile is done at once; what it does not know yet, its first renewal tells it. */
  resume(worker: number, now: Micros): void {
    this.workers.setPaused(worker, false)
    this.custody.resume(worker, now)
    this.beginAtOnce(worker, now)
  }

  cutOff(worker: number): void {
    this.workers.setCutOff(worker, true)
    this.custody.refuseCheckpoints(worker, true)
  }

  reconnect(worker: number): void {
    this.workers.setCutOff(worker, false)
    for (const shard of this.custody.shardsOf(worker))
      if (this.table.belongsTo(shard, worker)) this.application.readers[shard]!.processor.refuseCheckpoints(false)
  }

  onTimer(row: number, now: Micros): void {
    const { worker, purpose } = this.timers.purposeOf(row)
    if (worker < 0) this.onOwnTimer(purpose, now)
    else this.onWorkerTimer(worker, purpose, now)
  }

  private get failoverMicros(): Micros {
    return this.application.settings.failoverMicros
  }

  private onWorkerTimer(worker: number, purpose: number, now: Micros): void {
    const { timers, plan, failoverMicros } = this
    const isPresent = this.workers.isPresent(worker)
    if (purpose === WorkerTimer.renew) {
      this.duties.renew(worker, now)
      timers.setWorker(worker, purpose, now + renewEveryMicros(failoverMicros, plan))
    } else if (purpose === WorkerTimer.pass) {
      if (isPresent) this.pass(worker, now)
      timers.setWorker(worker, purpose, now + passEveryMicros(failoverMicros, plan))
    } else if (purpose === WorkerTimer.discover) {
      if (isPresent) this.duties.discover(worker, now)
      timers.setWorker(worker, purpose, now + discoverEveryMicros(failoverMicros, plan))
    } else {
      if (isPresent) this.duties.report(worker, now)
      timers.setWorker(worker, purpose, now + plan.reportMicros)
    }
  }

  private onOwnTimer(purpose: number, now: Micros): void {
    const { timers, plan, lock, application, table } = this
    if (purpose === ApplicationTimer.heartbeat) {
      if (this.isLed) lock.beat(now)
      // A leader that comes back may still have the lock; a new one sets its own rhythm.
      timers.setApplication(purpose, now + plan.heartbeatMicros)
      return
    }
    const canSync = plan.hasLeader ? this.isLed : this.isAnyPresent
    if (purpose === ApplicationTimer.audit) {
      if (canSync) audit(application, table, now)
      timers.setApplication(purpose, now + plan.auditMicros)
    } else {
      if (canSync) removeFinished(application, table)
      timers.setApplication(purpose, now + plan.syncMicros)
    }
  }

  private get isLed(): boolean {
    const { leader } = this.lock
    return leader !== NOBODY && this.lock.isHeldBy(leader) && this.workers.isPresent(leader)
  }

  private get isAnyPresent(): boolean {
    for (let worker = 0; worker < this.workers.count; worker++) if (this.workers.isPresent(worker)) return true
    return false
  }

  private pass(worker: number, now: Micros): void {
    if (!this.plan.hasLeader) {
      this.duties.take(worker, now)
      return
    }
    const ledBefore = this.lock.isHeldBy(worker)
    if (!this.lock.leads(worker, now)) return
    if (!ledBefore) this.timers.setApplication(ApplicationTimer.heartbeat, now + this.plan.heartbeatMicros)
    this.duties.assign(worker, now)
  }

  /** Workers that have run for long do all this at moments of chance. */
  private beginTimers(startAt: Micros, random: RandomStreams, stream: number): void {
    const { timers, plan, failoverMicros } = this
    const within = (interval: Micros) => startAt + floor(random.unit(stream) * interval)
    timers.setApplication(ApplicationTimer.audit, within(plan.auditMicros))
    timers.setApplication(ApplicationTimer.sync, within(plan.syncMicros))
    for (let worker = 0; worker < this.workers.count; worker++) {
      timers.setWorker(worker, WorkerTimer.renew, within(renewEveryMicros(failoverMicros, plan)))
      timers.setWorker(worker, WorkerTimer.pass, within(passEveryMicros(failoverMicros, plan)))
      const [discover, report] = [within(discoverEveryMicros(failoverMicros, plan)), within(plan.reportMicros)]
      if (!plan.hasLeader) continue
      timers.setWorker(worker, WorkerTimer.discover, discover)
      timers.setWorker(worker, WorkerTimer.report, report)
    }
  }

  private beginAtOnce(worker: number, now: Micros): void {
    this.timers.setWorker(worker, WorkerTimer.renew, now)
    this.timers.setWorker(worker, WorkerTimer.pass, now)
    if (!this.plan.hasLeader) return
    this.timers.setWorker(worker, WorkerTimer.discover, now)
    this.timers.setWorker(worker, WorkerTimer.report, now + this.plan.reportMicros)
  }
}
