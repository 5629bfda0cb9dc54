import { type ReactNode, useMemo, useRef } from 'react'
import type { Layout } from '../protocol/layout.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'
import { frames, useGauges, useScenario, useSession, useView } from '../state/index.ts'
import { flowRates } from './flowRates.ts'
import { useFolded } from './folding.ts'
import { type Scene, sceneOf } from './geometry.ts'
import type { Point } from './measures.ts'
import { interventionsUntil, presentScenario, refusedSteps } from './playheadValues.ts'
import type { RailSpan } from './railSpans.ts'
import { readerInks } from './readerInk.ts'
import { rate as readRate } from './readouts.ts'
import { type Flow, streamRibbons } from './ribbons.ts'
import { FlowContext, type FlowValue, SceneContext, type SceneValue, useScene } from './sceneContext.ts'
import { steadyFlows } from './steadyFlows.ts'
import { tapeUnit } from './tapeUnit.ts'
import { useReducedMotion } from './useReducedMotion.ts'
import { useShownShards } from './useShownShards.ts'

/** Puts the scene together: the document as it is at the playhead, the run's layout, and what flows. */
export function SceneProvider({ positions, children }: { positions: ReadonlyMap<string, Point>; children: ReactNode }) {
  const document = useScenario((state) => state.scenario)
  const happened = useGauges((g) => interventionsUntil(document, g.nowMicros))
  const refused = useGauges((g) => refusedSteps(document, g.answer).join())
  const scenario = useMemo(() => presentScenario(document, happened, refused), [document, happened, refused])
  const layout = useLayout(document)
  const shown = useShownShards(scenario)
  const folded = useFolded(scenario, shown)
  const reduced = useReducedMotion()
  const bytes = useView((view) => view.bytes)
  const { speed } = useSession()
  const unitSeconds = tapeUnit(speed)
  const labels = useRef(new Map<string, RailSpan>())
  const firstCounts = useMemo(
    () => new Map(document.nodes.flatMap((node) => (node.kind === 'stream' ? [[node.id, shardsAtStart(node)]] : []))),
    [document],
  )
  const value = useMemo<SceneValue>(
    () => ({
      ...{ scenario, layout, reduced, bytes, labels: labels.current },
      scene: sceneOf({ scenario, positions, layout, folded, shown, firstCounts, unitSeconds }),
      inks: readerInks(scenario),
    }),
    [scenario, layout, reduced, bytes, unitSeconds, positions, folded, shown, firstCounts],
  )
  return (
    <SceneContext value={value}>
      <FlowProvider>{children}</FlowProvider>
    </SceneContext>
  )
}

/** The layout of the frames that are shown, as long as it is of a document with these nodes. */
function useLayout(scenario: Scenario): Layout | null {
  const layout = useGauges(() => frames.current()?.layout ?? null)
  return useMemo(() => {
    // A reader that reads nothing is in the document but not in the run.
    const kinds = new Map(scenario.nodes.map((node) => [node.id, node.kind]))
    const fits = layout?.nodes.every((known) => kinds.get(known.id) === known.kind) ?? false
    return fits ? layout : null
  }, [layout, scenario])
}

function FlowProvider({ children }: { children: ReactNode }) {
  const { scene, layout, reduced } = useScene()
  // A new reading comes with a new frame; the frame itself stays outside React.
  const shown = useGauges(frames.current)
  const shownRates = useRef(new Map<string, number>())
  const kept = useRef<{ value: FlowValue; flowing: string; numbers: string; scene: unknown } | null>(null)
  const value = useMemo(() => {
    const rates =
      shown && layout === shown.layout
        ? flowRates(shown.frame, shown.layout)
        : { attempts: new Map<string, Flow[]>(), refused: new Map<string, number>() }
    const flows = new Map(
      [...scene.streams.keys()].map((id) => {
        const present = rates.attempts.get(id) ?? []
        return [id, reduced ? present : steadyFlows(id, present, shownRates.current)] as const
      }),
    )
    const refused = new Map([...rates.refused].map(([key, perSecond]) => [key, Math.round(perSecond)] as const))
    // The same flows and numbers keep the same objects: nothing is computed, rendered or planned for a change that cannot be seen.
    const seen = ({ producer, shard, paint, rate }: Flow) =>
      `${producer}.${shard}.${paint} ${reduced ? readRate(rate) : rate}`
    const flowing = [...flows].map(([id, present]) => `${id}:${present.map(seen).join()}`).join(';')
    const numbers = [...refused].join()
    const old = kept.current?.scene === scene ? kept.current : null
    if (old?.flowing === flowing && old.numbers === numbers) return old.value
    const ribbons = old?.flowing === flowing ? old.value.ribbons : ribbonsOf(scene, flows)
    kept.current = { value: { ribbons, refused }, flowing, numbers, scene }
    return kept.current.value
  }, [scene, layout, shown, reduced])
  return <FlowContext value={value}>{children}</FlowContext>
}

const ribbonsOf = (scene: Scene, flows: ReadonlyMap<string, readonly Flow[]>): FlowValue['ribbons'] =>
  new Map(
    [...scene.streams].map(([id, stream]) => {
      const senders = [...scene.producers.values()]
        .filter((part) => part.geometry.buffers.some((buffer) => buffer.target === id))
        .map((part) => part.node.id)
      return [id, streamRibbons(scene, stream, senders, flows.get(id) ?? [])] as const
    }),
  )
