import { describe, expect, test } from 'vitest'
import { gaugePlace, nodeOf, valueAt } from '../../src/canvas/gaugePlaces.ts'
import { countdown, cutsOf, meterOf } from '../../src/canvas/kinds/onDemandDrawing.ts'
import { interventionsUntil, presentScenario, refusedSteps } from '../../src/canvas/playheadValues.ts'
import { seenId } from '../../src/protocol/layout.ts'
import { onDemandToday } from '../../src/scenario/library/onDemandToday.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import { isOnDemand } from '../../src/scenario/streamMode.ts'
import { runOf } from './frameAt.ts'

const MB = 1_048_576
const meter = (open: number, tried: number, cut: readonly number[] = []) =>
  meterOf(
    {
      ...{ open: Array.from({ length: open }, (_, i) => i), shardBytes: MB, triedBytes: tried * MB, nowMicros: 60e6 },
      splitsAtMicros: (shard) => (cut.includes(shard) ? 90e6 : 0),
    },
    180,
  )

describe('the meter of an on-demand stream', () => {
  test('has one scale for what is tried, what is taken and what is to come', () => {
    expect(meter(4, 2)).toEqual({ box: 30, limit: 120, filled: 60, over: 0, coming: 0 })
    expect(meter(4, 6)).toEqual({ box: 30, limit: 120, filled: 120, over: 60, coming: 0 })
    expect(meter(4, 6, [0, 1, 2, 3])).toEqual({ box: 22.5, limit: 90, filled: 90, over: 45, coming: 4 })
    expect(meter(4, 18)).toMatchObject({ box: 10, limit: 40, over: 140 })
    expect(meter(60, 10)).toMatchObject({ box: 3, limit: 180, filled: 30 })
  })

  test('a countdown rounds up, so that it does not come early', () => {
    expect([countdown(899_999_999), countdown(60e6), countdown(59_000_001), countdown(0)]).toEqual([
      ...['15:00', '1:00', '1:00', '0:00'],
    ])
  })

  test('KIN5.06 says when the run itself cuts: each shard that is to be cut is closed at its moment and no sooner', () => {
    const { layout, frameAt } = runOf(onDemandToday)
    const own = nodeOf(layout, 'stream')
    const beside = nodeOf(layout, seenId('stream'))
    const at = (seconds: number) => {
      const { gauges } = frameAt(seconds, 1)
      const value = (name: string, shard: number) => valueAt(gauges, gaugePlace(own, name, shard))
      const rows = Array.from({ length: own?.rowCount ?? 0 }, (_, shard) => shard)
      const open = rows.filter((shard) => value('shardState', shard) === 1)
      const splitsAtMicros = (shard: number) => valueAt(gauges, gaugePlace(beside, 'splitsAtMicros', shard))
      const now = { open, shardBytes: MB, triedBytes: 0, nowMicros: seconds * 1e6, splitsAtMicros }
      return { open, cuts: cutsOf(now) }
    }
    const { open, cuts } = at(100)
    expect(open).toEqual([0, 1, 2, 3])
    expect(cuts.map(({ shard }) => shard).toSorted()).toEqual([0, 1, 2, 3])
    const [first] = cuts
    const due = 100 + (first?.inMicros ?? 0) / 1e6
    expect(at(due - 0.001).open).toContain(first?.shard)
    expect(at(due).open).not.toContain(first?.shard)
    expect(at(due).cuts.map(({ shard }) => shard)).not.toContain(first?.shard)
  })

  test('KIN5.10 its marks come with a switch of the mode and go with the switch back; one that is refused changes nothing', () => {
    const to = (at: number, value: string): Intervention => ({
      ...{ at: at * 1e6, node: 'stream', action: 'set', field: 'capacityMode', value },
    })
    const document: Scenario = {
      ...onDemandToday,
      nodes: onDemandToday.nodes.map((node) =>
        node.kind === 'stream' ? { ...node, capacityMode: 'provisioned', shards: 4 } : node,
      ),
      // The second one comes while the first is still under way.
      interventions: [to(10, 'onDemandStandard'), to(20, 'provisioned'), to(100, 'provisioned')],
    }
    const { layout, frameAt } = runOf(document)
    const { first, names } = layout.answers
    const shownAt = (seconds: number) => {
      const { gauges } = frameAt(seconds, 1)
      const refused = refusedSteps(document, (step) => names[gauges[first + step]!]!).join()
      const { nodes } = presentScenario(document, interventionsUntil(document, seconds * 1e6), refused)
      const isMarked = nodes.some((node) => node.kind === 'stream' && isOnDemand(node))
      const isCut = valueAt(gauges, gaugePlace(nodeOf(layout, seenId('stream')), 'splitsAtMicros', 0)) > 0
      return { isMarked, isCut }
    }
    expect([5, 90, 101].map(shownAt)).toEqual([
      { isMarked: false, isCut: false },
      { isMarked: true, isCut: true },
      { isMarked: false, isCut: false },
    ])
  })
})
