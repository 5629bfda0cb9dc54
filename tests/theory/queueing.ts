import { createEngine, type Plan, type PlanIntervention } from '../../src/engine/index.ts'
import { DELETED, SOJOURN, STORED } from '../../src/engine/sqs/queueCounters.ts'
import { plan, pool, producer, queue } from '../engine/testPlan.ts'

export const CUSTOMERS = 200_000
export const SERVICE_MICROS = 100_000
const CONSTANT = 0
const EXPONENTIAL = 1

/** A queueing system in Kendall's words, with its load of each server, and what is done to it on purpose. */
export type System = {
  service: 'M' | 'D'
  servers: number
  load: number /** 1 as theory has it; 1.05: five per cent slower */
  slower: number
}

const arrivalsPerSecond = ({ servers, load }: System) => (load * servers * 1e6) / SERVICE_MICROS

/**
 * The system as nodes of ours: a Poisson producer, a queue, workers who ask for one message each by long poll, calls that
 * take no time. After the last customer nobody comes any more, and the queue drains.
 */
function systemPlan(system: System): Plan {
  const perSecond = arrivalsPerSecond(system)
  const end = Math.round((CUSTOMERS / perSecond) * 1e6)
  const stop: PlanIntervention = { at: end, kind: 'producer', node: 0, action: 'set', field: 'ratePerSecond', value: 0 }
  return plan({
    durationMicros: end + 600e6,
    binMicros: end,
    producers: [producer({ spacing: EXPONENTIAL, turnable: { ratePerSecond: perSecond } })],
    queues: [queue({ recordsPerDot: 1000, turnable: { visibilityTimeoutMicros: 43_200e6 } })],
    pools: [
      pool({
        workers: system.servers,
        turnable: {
          serviceMicros: SERVICE_MICROS * system.slower,
          serviceSpread: system.service === 'M' ? EXPONENTIAL : CONSTANT,
        },
      }),
    ],
    interventions: [stop],
  })
}

/** What is left of a run when all customers have gone. */
export type Served = { stored: number; deleted: number; left: number; sojournMicros: number; areaMicros: number }

const served = new Map<string, Served>()

/** Serves all customers; the same system with the same seed once only, because it takes a while. */
export function serve(system: System, seed: number): Served {
  const { service, servers, load, slower } = system
  const name = [service, servers, load, slower, seed].join()
  const known = served.get(name)
  if (known) return known
  const p = systemPlan(system)
  const engine = createEngine(p, seed)
  engine.run(p.durationMicros, Number.POSITIVE_INFINITY)
  const [store] = engine.queues
  const result = {
    stored: store!.c[STORED]!,
    deleted: store!.c[DELETED]!,
    left: store!.visible + store!.inFlight,
    sojournMicros: store!.c[SOJOURN]!,
    areaMicros: store!.areaAt(engine.now),
  }
  served.set(name, result)
  return result
}

/** Mean time from sending to receiving, in microseconds, over runs with these seeds. */
export function meanWaitMicros(system: System, seeds: readonly number[]): number {
  const waits = seeds.map((seed) => {
    const { sojournMicros, deleted } = serve(system, seed)
    return sojournMicros / deleted - SERVICE_MICROS
  })
  return waits.reduce((a, b) => a + b) / waits.length
}

/** Pollaczek and Khinchine for one server, Erlang's C for more. */
export function theoreticalWaitMicros({ service, servers, load }: System): number {
  if (service === 'D') return (SERVICE_MICROS * load) / (2 * (1 - load))
  const offered = load * servers
  let term = 1
  let sum = 0
  for (let k = 0; k < servers; k++) {
    sum += term
    term *= offered / (k + 1)
  }
  const last = term / (1 - load)
  const mustWait = last / (sum + last)
  return (mustWait * SERVICE_MICROS) / (servers * (1 - load))
}

/** Relative distance of the measured mean wait from theory. */
export function distance(system: System, seeds: readonly number[]): number {
  const theory = theoreticalWaitMicros(system)
  return Math.abs(meanWaitMicros(system, seeds) - theory) / theory
}
