import type { ProducerNode, Scenario } from './scenario.ts'

// A producer's traffic as plain arithmetic, for estimates and hints. The engine draws the arrivals itself.

/** Mean number of new records between two moments, as a multiple of what `rate` alone would give. */
function profileSeconds(producer: ProducerNode, from: number, to: number): number {
  const { profile, peakFactor: peak, profileStartSeconds: start, profileEndSeconds: end } = producer
  const whole = to - from
  // A wave swings about the rate.
  if (profile === 'wave') return whole
  if (profile === 'onOff') return onSeconds(producer, to) - onSeconds(producer, from)
  if (profile === 'spike') return whole + (peak - 1) * overlap(from, to, start, end)
  if (profile === 'ramp') return whole + rampExtra(producer, to) - rampExtra(producer, from)
  return whole
}

const overlap = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/** Seconds with traffic up to a moment, when each period begins with them. */
function onSeconds({ periodSeconds, onShare }: ProducerNode, at: number): number {
  const periods = Math.floor(at / periodSeconds)
  return periods * periodSeconds * onShare + Math.min(at - periods * periodSeconds, periodSeconds * onShare)
}

/** Integral of (factor - 1) of a ramp from 0 to a moment. */
function rampExtra(
  { peakFactor, profileStartSeconds: start, profileEndSeconds: end }: ProducerNode,
  at: number,
): number {
  const rising = Math.max(0, Math.min(at, end) - start)
  const length = Math.max(end - start, 0)
  const triangle = length === 0 ? 0 : ((peakFactor - 1) * rising * rising) / (2 * length)
  return triangle + (peakFactor - 1) * Math.max(0, at - Math.max(start, end))
}

/** Moments at which a producer's rate is turned, with 0 and the end of the run. */
function turns(scenario: Scenario, producer: ProducerNode): number[] {
  const end = scenario.durationSeconds * 1e6
  const inner = scenario.interventions.filter(
    (step) => step.action === 'set' && step.node === producer.id && step.field === 'rate' && step.at < end,
  )
  return [0, ...inner.map((step) => step.at), end]
}

/** The base rate at a moment. Not `valueAt`: the worker estimates too, and needs no description of fields for it. */
function rateAt({ interventions }: Scenario, { id, rate }: ProducerNode, at: number): number {
  const latest = interventions.findLast(
    (step) => step.action === 'set' && step.node === id && step.field === 'rate' && step.at <= at,
  )
  return latest?.action === 'set' ? Number(latest.value) : rate
}

/** Expected number of new records of a producer over the whole run. */
export function newRecords(scenario: Scenario, producer: ProducerNode): number {
  const at = turns(scenario, producer)
  let records = 0
  for (let index = 1; index < at.length; index++) {
    const [from = 0, to = 0] = [at[index - 1], at[index]]
    records += rateAt(scenario, producer, from) * profileSeconds(producer, from / 1e6, to / 1e6)
  }
  return (
    records + scenario.interventions.filter((step) => step.action === 'sendOne' && step.node === producer.id).length
  )
}

/** Highest mean rate that a producer reaches during the run, records a second. */
export function highestRate(scenario: Scenario, producer: ProducerNode): number {
  const rates = turns(scenario, producer).map((at) => rateAt(scenario, producer, at))
  const factor = producer.profile === 'constant' || producer.profile === 'onOff' ? 1 : Math.max(1, producer.peakFactor)
  return Math.max(0, ...rates) * factor
}
