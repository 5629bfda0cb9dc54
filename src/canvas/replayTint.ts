import type { Frame } from '../protocol/frame.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { beadCaret, type PlacedBead } from './beadTape.ts'
import type { TapeBed } from './dotPlacement.ts'
import { valueAt } from './gaugePlaces.ts'
import { PITCH } from './measures.ts'
import type { Palette } from './palette.ts'
import type { StagePlan, TapePlan } from './stagePlan.ts'
import { isStepBack } from './stepBack.ts'
import type { AskSeries } from './wideTapes.ts'

/** How far a reader had come on a shard before it was set back. */
type Furthest = { index: number; atMicros: number }

export type ReplayTint = {
  /** Asks the run how far each reader had come by its last step back. */
  follow: (scenario: Scenario, plan: StagePlan, nowMicros: number, run: { binMicros: number }) => void
  /** Under the marks of all tapes: what their readers will read once more. */
  draw: (
    context: CanvasRenderingContext2D,
    frame: Frame,
    plan: StagePlan,
    beadPlaces: readonly (readonly PlacedBead[])[],
    nowMicros: number,
    palette: Palette,
  ) => void
}

const STRENGTH = 0.14

/** Between a caret that was lifted back and the furthest place where it had been, records are read again: that stretch is tinted. */
export function createReplayTint(ask: AskSeries, changed: () => void): ReplayTint {
  const furthest = new Map<string, Furthest>()
  const asked = new Map<string, number>()
  let ofRun: unknown = null
  return {
    follow({ interventions }, plan, nowMicros, run) {
      if (run !== ofRun) {
        furthest.clear()
        asked.clear()
        ofRun = run
      }
      // Once a frame, not once for each reader of each shard.
      const steps = interventions.filter((step) => step.at <= nowMicros && isStepBack(step))
      for (const { shard, readers } of plan.tapes)
        for (const { id } of readers) {
          const name = `${id}.${shard}`
          const back = steps.findLast((step) => step.node === id)
          if (back === undefined) {
            furthest.delete(name)
            asked.delete(name)
          } else if (asked.get(name) !== back.at) {
            asked.set(name, back.at)
            const count = Math.floor(back.at / run.binMicros) + 1
            const gauges = ['caretIndex', 'caretAtMicros'].map((gauge) => ({ nodeId: id, name: gauge, row: shard }))
            void ask(gauges, 0, run.binMicros, count).then((values) => {
              if (asked.get(name) !== back.at || ofRun !== run) return
              furthest.set(name, {
                index: highest(values.subarray(0, count)),
                atMicros: highest(values.subarray(count, 2 * count)),
              })
              changed()
            })
          }
        }
    },
    draw(context, frame, plan, beadPlaces, nowMicros, palette) {
      plan.tapes.forEach((tape, i) => {
        const bed = plan.beds[i]
        if (bed && !tape.folded) drawOn(tape, bed, beadPlaces[i] ?? [])
      })

      function drawOn(tape: TapePlan, bed: TapeBed, beads: readonly PlacedBead[]) {
        const { geometry } = tape.stream
        const length = geometry.tearX - geometry.tapeX
        for (const { id, places, ink, railY } of tape.readers) {
          const known = furthest.get(`${id}.${tape.shard}`)
          const index = valueAt(frame.gauges, places.caretIndex)
          if (known === undefined || index >= known.index) continue
          const byAge = (at: number) => Math.max(0, ((nowMicros - at) / 1e6 / bed.unitSeconds) * PITCH)
          const from = bed.bead ? beadCaret(beads, known.index, length) : byAge(known.atMicros)
          const to = bed.bead ? beadCaret(beads, index, length) : byAge(valueAt(frame.gauges, places.caretAt))
          if (from >= length) continue
          context.globalAlpha = STRENGTH
          context.fillStyle = palette.readers[ink.token] ?? palette.ink
          context.fillRect(bed.x + from, tape.top + 1, Math.min(length, to) - from, tape.bottom - tape.top - 2)
          context.globalAlpha = 1
          liftArrow(context, bed.x + from, bed.x + Math.min(length, to), railY)
        }
      }
    },
  }
}

const DIP = 9
const HEAD = 6
/** A shorter stretch has no room for an arrow; the tint alone says it. */
const ARROW_FROM = 24

/** Under the reader's rail: from where its caret was lifted to where it stands now. */
function liftArrow(context: CanvasRenderingContext2D, from: number, to: number, railY: number): void {
  if (to - from < ARROW_FROM) return
  const y = railY + 4
  context.strokeStyle = context.fillStyle
  context.lineWidth = 1.25
  context.beginPath()
  context.moveTo(from, y)
  context.bezierCurveTo(from + 10, y + DIP, to - 10, y + DIP, to, y)
  context.stroke()
  context.beginPath()
  context.moveTo(to, y)
  context.lineTo(to - HEAD - 1, y + 1)
  context.lineTo(to - 2, y + HEAD)
  context.fill()
}

const highest = (values: Float64Array): number =>
  values.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, value)), 0)
