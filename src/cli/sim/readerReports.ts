import { applicationCounts, type Engine, ReadVerdict } from '../../engine/index.ts'
import { emptyReport, type NodeReport, percentiles, refusals } from './nodeReport.ts'

export function readerReports(engine: Engine): NodeReport[] {
  return [...applications(engine), ...pools(engine)]
}

function applications(engine: Engine): NodeReport[] {
  return engine.applications.map((application) => {
    const { id, fanOut } = application.plan
    const numbers = applicationCounts(application, engine.now)
    return {
      ...emptyReport(id, 'application'),
      reading: fanOut === undefined ? 'polling' : 'fanOut',
      leader: application.leases.leader,
      leaseOwners: Object.fromEntries(
        application.stream.shards.map(({ number }) => [number, application.leases.ownerOf(number)]),
      ),
      attempts: numbers.calls,
      refusedAttempts: refusals([
        ['KIN2.01', numbers.refusedBy(ReadVerdict.callLimit)],
        ['KIN2.02', numbers.refusedBy(ReadVerdict.byteLimit)],
        ['KIN2.04', numbers.refusedBy(ReadVerdict.penalty)],
        [fanOut?.isRegistered === false ? 'KIN3.02' : 'KIN3.05', fanOut === undefined ? 0 : numbers.callsRefused],
      ]),
      deliveries: numbers.deliveries,
      processed: numbers.processed,
      processedAgain: numbers.processedAgain,
      failed: numbers.failed,
      lostUnread: numbers.lostUnread,
      bytesRead: numbers.bytesRead,
      backlog: numbers.backlog,
      skipped: numbers.skipped,
      lost: numbers.lost,
      sideEffects: numbers.sideEffects,
      duplicateEffects: numbers.duplicateEffects,
      checkpointsRefused: numbers.checkpointsRefused,
      iteratorAgeMs: { [id]: numbers.iteratorAgeMicros / 1000 },
      behindMs: numbers.ageMicros / 1000,
      latencyMs: percentiles(application.histogram),
    }
  })
}

function pools(engine: Engine): NodeReport[] {
  return engine.pools.map((pool) => ({
    ...emptyReport(pool.plan.id, 'pool'),
    deliveries: pool.deliveriesTotal,
    processed: pool.processedTotal,
    processedAgain: pool.processedAgainTotal,
    failed: pool.failedTotal,
    lost: pool.lostTotal,
    sideEffects: pool.sideEffectsTotal,
    duplicateEffects: pool.duplicateEffectsTotal,
    backlog: pool.messagesInHandTotal,
    latencyMs: percentiles(pool.histogram),
  }))
}
