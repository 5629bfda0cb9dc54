import { useEffect, useState } from 'react'
import { OTHER_PAINT } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import { frames, useGauges } from '../state/index.ts'
import { Bead } from '../ui/Bead.tsx'
import { rateText } from '../ui/rateText.ts'

/** The painted keys, with the records a second that are stored of each. */
export function KeyLegend() {
  const layout = useLayout()
  const rates = useGauges((reader) => (layout === null ? [] : paintRates(layout, reader.rate)))
  if (layout === null || layout.paintedKeys.length === 0) return null
  const counted = layout.nodes.some((node) => node.kind === 'stream')
  const rows = layout.paintedKeys.map(({ paint, key }) => ({ paint, key, rate: rates[paint] ?? 0 }))
  const others = rates[OTHER_PAINT] ?? 0
  if (others > 0) rows.push({ paint: OTHER_PAINT, key: 'all others', rate: others })
  const most = Math.max(1e-9, ...rows.map((row) => row.rate))
  return (
    <section className={`key-legend ${counted ? '' : 'key-names'} ${rows.length > 4 ? 'key-many' : ''}`}>
      <h2>Partition keys {counted && <span>stored/s</span>}</h2>
      <ul>
        {rows.map(({ paint, key, rate }) => (
          <li key={paint}>
            <Bead paint={paint} />
            <span className="key-name">{key}</span>
            {counted && <span className="key-rate">{rateText(rate)}</span>}
            {counted && (
              <i
                style={{
                  width: `${(100 * rate) / most}%`,
                  background: paint === OTHER_PAINT ? 'var(--k-other)' : `var(--k${'ABCDEFG'[paint]})`,
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Streams count by paint as they store; without a stream, nothing is known of keys. */
function paintRates(layout: Layout, rate: (id: string, name: string, row: number) => number): number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const node of layout.nodes) {
    if (node.kind !== 'stream') continue
    for (let row = 0; row < node.rowCount; row += 1)
      sums.forEach((_, paint) => (sums[paint] = (sums[paint] ?? 0) + rate(node.id, `storedPaint${paint}`, row)))
  }
  return sums
}

/** The layout of the present run; it changes only when the document does. */
function useLayout(): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(() => frames.current()?.layout ?? null)
  useEffect(() => frames.onFrame((_, next) => setLayout(next)), [])
  return layout
}
