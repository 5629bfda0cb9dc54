import { userRecordsEach } from '../scenario/kplNumbers.ts'
import type { Scenario, StreamNode } from '../scenario/scenario.ts'
import { rateText } from '../ui/rateText.ts'
import type { LimitLine } from './chartSpec.ts'

type Limits = { writeRecordsPerSecond: number; writeBytesPerSecond: number }

/** What all shards together may store, by the limit that binds for records of this mean size; steps where it was changed by hand. */
export function writeLimit(scenario: Scenario, stream: StreamNode, meanBytes: number | null): LimitLine {
  const now: Limits = {
    writeRecordsPerSecond: stream.writeRecordsPerSecond,
    writeBytesPerSecond: stream.writeBytesPerSecond,
  }
  const byBytes = (limits: Limits) =>
    meanBytes === null || meanBytes <= 0 ? Number.POSITIVE_INFINITY : limits.writeBytesPerSecond / meanBytes
  const each = userRecordsEach(scenario, stream)
  const byRecords = (limits: Limits) => limits.writeRecordsPerSecond * each
  const whole = (limits: Limits) => stream.shards * Math.min(byRecords(limits), byBytes(limits))
  const steps = [{ atMicros: 0, value: whole(now) }]
  for (const step of scenario.interventions) {
    if (step.action !== 'set' || step.node !== stream.id || !(step.field in now)) continue
    now[step.field as keyof Limits] = Number(step.value)
    steps.push({ atMicros: step.at, value: whole(now) })
  }
  const last = steps.at(-1)?.value ?? 0
  const binds = byBytes(now) < byRecords(now) ? 'byte limit' : 'write limit'
  return { label: `${binds} ${rateText(last)}/s`, steps }
}
