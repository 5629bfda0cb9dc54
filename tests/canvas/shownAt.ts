import * as bags from '../../src/canvas/bags.ts'
import { createPlacing } from '../../src/canvas/drawStage.ts'
import { flowRates } from '../../src/canvas/flowRates.ts'
import { sceneOf } from '../../src/canvas/geometry.ts'
import type { PlacedMark } from '../../src/canvas/marks/placedMark.ts'
import { readerInks } from '../../src/canvas/readerInk.ts'
import { streamRibbons } from '../../src/canvas/ribbons.ts'
import type { ShownPicture } from '../../src/canvas/shownPicture.ts'
import { newMemory } from '../../src/canvas/stagePicture.ts'
import { stagePlan } from '../../src/canvas/stagePlan.ts'
import { travelMicros } from '../../src/canvas/tapeUnit.ts'
import { HEADER } from '../../src/protocol/frame.ts'
import type { LifeAnswer } from '../../src/protocol/inquiry.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { runOf } from './frameAt.ts'

/** A picture of a run at a moment, as the painter has it. */
export function shownAt(scenario: Scenario, seconds: number) {
  const { layout, frameAt } = runOf(scenario)
  const frame = frameAt(seconds, 60)
  const scene = sceneOf({ scenario, positions: new Map(), layout, folded: new Map() })
  const rates = flowRates(frame, layout)
  const producers = [...scene.producers.keys()]
  const ribbons = new Map(
    [...scene.streams].map(
      ([id, stream]) => [id, streamRibbons(scene, stream, producers, rates.attempts.get(id) ?? [])] as const,
    ),
  )
  const plan = stagePlan({ scene, layout, inks: readerInks(scenario), ribbons })
  const nowMicros = frame.header[HEADER.nowMicros] ?? 0
  const moment = { nowMicros, travelMicros: travelMicros(1, false), shiftMicros: 0, reduced: false }
  const memory = newMemory()
  const picture = createPlacing()(frame, plan, moment, memory, null, new Map(), bags)
  const shown: ShownPicture = { frame, layout, plan, picture, moment, memory }
  return { shown, scene, nowMicros }
}

/** What the run says of the record that a mark stands for. */
export function lifeOf(scenario: Scenario, { mark }: PlacedMark, untilMicros: number): LifeAnswer {
  const life = answerTo(scenario, { kind: 'mark', mark, untilMicros })
  if (life.kind !== 'life') throw new Error(JSON.stringify({ life, mark }))
  return life
}
