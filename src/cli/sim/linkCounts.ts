import type { Engine } from '../../engine/index.ts'
import { addCounts, type NodeReport, refusals } from './nodeReport.ts'

/** Adds what the links of the given numbers have done to a report. */
export function withLinks(report: NodeReport, engine: Engine, linkNumbers: number[]): NodeReport {
  const seen = engine.plan.producers.map(() => 0)
  const refused: [string, number][] = []
  let { records, attempts, bytesStored } = report
  let [kinesisAttempts, kinesisRecords] = [0, 0]
  engine.plan.links.forEach((link, number) => {
    const sender = engine.producers[link.producer]!.links[seen[link.producer]!++]!
    if (!linkNumbers.includes(number)) return
    records = addCounts(records, {
      new: sender.newTotal,
      stored: sender.storedTotal,
      notYetStored: sender.notYetStored,
      held: sender.held,
      dropped: sender.droppedTotal,
      givenUp: sender.givenUpTotal,
    })
    attempts += sender.attemptsTotal
    kinesisAttempts += sender.kinesisAttemptsTotal
    kinesisRecords += sender.kinesisRecordsTotal
    bytesStored += sender.storedBytesTotal
    refused.push(...sender.refusals)
  })
  return {
    ...report,
    records,
    attempts,
    bytesStored,
    ...(report.kind === 'stream' && { kinesisAttempts, kinesisRecords }),
    refusedAttempts: { ...report.refusedAttempts, ...refusals(refused) },
  }
}
