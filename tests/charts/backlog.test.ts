import { describe, expect, test } from 'vitest'
import { backlogView } from '../../src/charts/panel/backlogView.ts'
import { fiveNumbers, linksOf } from '../../src/charts/panel/fiveNumbers.ts'
import { flowAt, gaugesOfWaiting, type Waiting, waitingOf } from '../../src/charts/panel/flowAt.ts'
import { estimatesOf } from '../../src/charts/panel/forecastWords.ts'
import { forecast } from '../../src/review/forecast.ts'
import { catchUp } from '../../src/scenario/library/catchUp.ts'
import { hotKey } from '../../src/scenario/library/hotKey.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../src/state/gaugeReader.ts'
import { busy } from '../worker/scenarios.ts'
import { playedScene } from './playedScene.ts'

function waitingIn(scenario: Scenario, id: string): Waiting {
  const node = scenario.nodes.find((one) => one.id === id)
  const waiting = node && waitingOf(scenario, node)
  if (!waiting) throw new Error(id)
  return waiting
}

describe('a backlog', () => {
  const reader = catchUp.nodes.find(({ kind }) => kind === 'application')
  if (reader === undefined) throw new Error('no reader')

  test('the forecast made while a reader catches up is what the run then does', () => {
    const { historyOf } = playedScene(catchUp, catchUp.durationSeconds)
    const waiting = waitingIn(catchUp, reader.id)
    const history = historyOf(gaugesOfWaiting(waiting))
    const values = backlogView('', waiting, history, null, 0, 'records').lines[0]?.values ?? new Float64Array()
    const highest = values.indexOf(values.reduce((top, value) => Math.max(top, value), 0))
    // Some way down, and twenty seconds of it known.
    const at = highest + Math.round(25e6 / history.stepMicros)
    const now = at * history.stepMicros
    const flow = flowAt(catchUp, reader, waiting, history, now)
    if (flow === null) throw new Error('no flow')
    const { drain, loss } = forecast(flow)
    expect(loss).toBeNull()
    // Drained: no more than comes between two polls.
    const drained = values.findIndex((value, i) => i > at && value < 0.02 * (values[highest] ?? 0))
    expect(drained).toBeGreaterThan(at)
    const tookSeconds = ((drained - at) * history.stepMicros) / 1e6
    // A read brings 10 MiB at once (KIN2.03): 2,560 records, ten seconds of the way down at 256 a second.
    expect(Math.abs((drain ?? Number.NaN) - tookSeconds)).toBeLessThan(10)
    expect(flow.outPerSecond).toBeCloseTo(512, -1)
    const estimate = backlogView('', waiting, history, flow, now, 'records').lines[1]?.values
    expect(estimate?.[at - 1]).toBeNaN()
    expect(estimate?.[at]).toBe(flow.backlog)
    expect(estimatesOf(flow)[0]?.when).toMatch(/^in /)
    expect(flowAt(catchUp, reader, waiting, history, 15e6)).toBeNull()
  })

  test('a stream waits for an application, a queue for all its workers', () => {
    expect(waitingIn(busy, 'reader').backlog.map(({ name }) => name)).toEqual(['backlog'])
    expect(waitingIn(busy, 'workers')).toEqual(waitingIn(busy, 'queue'))
  })
})

describe('five numbers', () => {
  const accountOf = (scenario: Scenario, seconds: number, id: string) => {
    const { engine, nodeOf } = playedScene(scenario, seconds)
    const gauges = new Float64Array(engine.gaugeCount)
    engine.readGauges(gauges)
    const node = scenario.nodes.find((one) => one.id === id)
    if (node === undefined) throw new Error(id)
    return fiveNumbers(linksOf(scenario, node), (of, name, row) => gauges[gaugeIndex(nodeOf(of), name, row)] ?? 0)
  }
  const expectBalance = (five: ReturnType<typeof accountOf>) =>
    expect(five.stored + five.notYetStored + five.givenUp).toBe(five.new)

  test('given up at the first refusal: as many refused attempts as lost records (W08)', () => {
    const five = accountOf(hotKey, 10, 'stream')
    expectBalance(five)
    expect(five.givenUp).toBe(five.refused)
    expect(five.givenUp).toBeGreaterThan(1000)
    // A call that is under way has its attempts, and no answer yet.
    const unanswered = five.attempts - five.stored - five.refused
    expect(unanswered).toBeGreaterThanOrEqual(0)
    expect(unanswered).toBeLessThanOrEqual(five.notYetStored)
  })

  test('tried again without end: more attempts, nothing given up, the rest waits (W08)', () => {
    const nodes = hotKey.nodes.map((node) => (node.kind === 'producer' ? { ...node, attemptsMax: 0 } : node))
    const five = accountOf({ ...hotKey, nodes }, 10, 'stream')
    expectBalance(five)
    expect(five.givenUp).toBe(0)
    expect(five.refused).toBeGreaterThan(five.notYetStored)
    expect(five.held).toBeGreaterThan(0)
  })

  test('of two ways, a store’s account is of its own, the producer’s of both; a full buffer that drops gives up', () => {
    const nodes = busy.nodes.map((node) =>
      node.kind === 'producer' ? { ...node, bufferRecords: 50, whenFull: 'dropOldest' as const } : node,
    )
    const scenario = { ...busy, nodes }
    const [whole, stream, queue] = ['producer', 'stream', 'queue'].map((id) => accountOf(scenario, 8, id))
    for (const five of [whole!, stream!, queue!]) expectBalance(five)
    expect(whole!.new).toBe(stream!.new + queue!.new)
    expect(stream!.dropped).toBeGreaterThan(0)
    expect(stream!.givenUp).toBeGreaterThanOrEqual(stream!.dropped)
  })
})
