import type { Change } from '../scenario/brief.ts'
import { withChanges } from '../scenario/recordedChanges.ts'
import { stepAt } from '../scenario/tryStep.ts'
import { applyEdit, playheadMicros, useScenario } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { interventionText } from './interventionText.ts'
import './stepChanges.css'

/** What a step changes, in words, and the button that does it at the playhead: one edit, as by hand. */
export default function StepChanges({ changes }: { changes: readonly Change[] }) {
  const scenario = useScenario((state) => state.scenario)
  return (
    <div className="step-changes">
      <ul>
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{interventionText(stepAt(change, 0), scenario)}</li>
        ))}
      </ul>
      <Button onClick={() => applyEdit((now) => withChanges(now, changes, playheadMicros()))}>Do it</Button>
    </div>
  )
}
