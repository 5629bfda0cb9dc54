import type { ReactNode } from 'react'
import { viewStore } from '../state/index.ts'

type GaugeNameProps = { of: string; gauge: string; rows?: number | 'each'; children: ReactNode }

/** The name of a number; pressed, it opens the chart of it. */
export function GaugeName({ of: nodeId, gauge, rows, children }: GaugeNameProps) {
  return (
    <button
      type="button"
      className="text-button gauge-name"
      title="Show it over time"
      onClick={() =>
        viewStore.setState({ bench: { show: { is: 'gauge', nodeId, gauge, ...(rows !== undefined && { rows }) } } })
      }
    >
      {children}
    </button>
  )
}
