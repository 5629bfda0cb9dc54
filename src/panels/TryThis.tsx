import { lazy, Suspense, useState } from 'react'
import type { TryStep } from '../scenario/brief.ts'
import { changesOf, tryText } from '../scenario/tryStep.ts'
import { IconButton } from '../ui/Button.tsx'
import { icons } from '../ui/icons.tsx'
import { Linked } from './Linked.tsx'

const StepChanges = lazy(() => import('./StepChanges.tsx'))

/** What may be tried, one thing at a time: a list of four is read and not done. */
export function TryThis({ steps, before }: { steps: readonly TryStep[]; before: readonly string[] }) {
  const [at, setAt] = useState(0)
  const shown = Math.min(at, steps.length - 1)
  const step = steps[shown] ?? ''
  const changes = changesOf(step)
  return (
    <section className="try-this">
      <h2>
        Try{' '}
        <span>
          {shown + 1} of {steps.length}
        </span>
        <span className="try-turn">
          <IconButton label="The one before" disabled={shown === 0} onClick={() => setAt(shown - 1)}>
            {icons.previous}
          </IconButton>
          <IconButton
            label="The next one to try"
            disabled={shown === steps.length - 1}
            onClick={() => setAt(shown + 1)}
          >
            {icons.next}
          </IconButton>
        </span>
      </h2>
      <p aria-live="polite">
        <Linked text={tryText(step)} before={before} />
      </p>
      <Suspense fallback={null}>{changes.length > 0 && <StepChanges changes={changes} />}</Suspense>
    </section>
  )
}
