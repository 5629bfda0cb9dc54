import { type ReactNode, Suspense, useState } from 'react'

/** One line that opens: what is in it is built, and loaded, when somebody wants it. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const [asked, setAsked] = useState(false)
  return (
    <details className="folded" onToggle={(event) => event.currentTarget.open && setAsked(true)}>
      <summary>{summary}</summary>
      <Suspense fallback={null}>{asked && children}</Suspense>
    </details>
  )
}
