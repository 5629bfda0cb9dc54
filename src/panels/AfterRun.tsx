import { lazy, Suspense, useState } from 'react'
import type { Brief } from '../scenario/scenario.ts'

const AfterText = lazy(() => import('./AfterText.tsx'))

/** What the run has shown, folded away until somebody wants to know: first one looks, then one reads. */
export function AfterRun({ brief }: { brief: Brief }) {
  const [asked, setAsked] = useState(false)
  if (brief.whatYouLearn === undefined) return null
  return (
    <details className="after-run" onToggle={(event) => event.currentTarget.open && setAsked(true)}>
      <summary>What you learn</summary>
      <Suspense fallback={null}>{asked && <AfterText brief={brief} />}</Suspense>
    </details>
  )
}
