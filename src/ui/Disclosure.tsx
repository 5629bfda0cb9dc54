import type { ReactNode } from 'react'
import './disclosure.css'

/** More of the same, out of the way until asked for. */
export function Disclosure({
  summary,
  aside,
  open = false,
  children,
}: {
  summary: string
  aside?: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <span>{summary}</span>
        {aside && <small>{aside}</small>}
      </summary>
      {children}
    </details>
  )
}
