import { useScenario } from '../state/index.ts'
import { interventionText } from './interventionText.ts'
import { placeLabels } from './placeLabels.ts'

/** What was done, each at its moment. */
export default function TimelineMarks({ durationMicros }: { durationMicros: number }) {
  const scenario = useScenario((state) => state.scenario)
  const marks = scenario.interventions.map((step) => ({
    place: durationMicros > 0 ? step.at / durationMicros : 0,
    text: interventionText(step, scenario),
  }))
  return placeLabels(marks).map(({ place, text, shown }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: equal steps of one moment differ only by their place
    <span key={i} className="timeline-mark" style={{ left: `${100 * place}%` }} title={text}>
      {shown && <small>{text}</small>}
    </span>
  ))
}
