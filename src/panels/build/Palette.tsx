import { type KeyboardEvent, useRef, useState } from 'react'
import { PaletteGlyph } from './PaletteGlyph.tsx'
import { PALETTE } from './paletteKinds.ts'
import { usePlacing } from './usePlacing.ts'

const ENTRIES = PALETTE.flatMap(({ entries }) => entries)

/** Everything that can stand on the canvas. One of them is in the tab order; arrows go through the list. */
export function Palette() {
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const { dragged, onPointerDown, place } = usePlacing()

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
    const step = steps[event.key]
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? ENTRIES.length - 1 : step === undefined ? null : current + step
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    const at = Math.max(0, Math.min(ENTRIES.length - 1, next))
    setCurrent(at)
    list.current?.querySelectorAll('button')[at]?.focus()
  }

  return (
    <>
      <div
        ref={list}
        className="palette"
        data-palette
        role="toolbar"
        aria-orientation="vertical"
        aria-label="Palette"
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {PALETTE.map(({ group, entries }) => (
          <div key={group} role="group" aria-label={group}>
            <h2>{group}</h2>
            {entries.map((entry) => {
              const at = ENTRIES.indexOf(entry)
              return (
                <button
                  key={entry.name}
                  type="button"
                  className="palette-entry"
                  tabIndex={at === current ? 0 : -1}
                  title={entry.what}
                  aria-description={entry.what}
                  onFocus={() => setCurrent(at)}
                  onPointerDown={(event) => onPointerDown(event, entry)}
                  // A key press is a click without a place.
                  onClick={(event) => place(entry, event.detail === 0)}
                >
                  <PaletteGlyph entry={entry} />
                  {entry.name}
                </button>
              )
            })}
          </div>
        ))}
      </div>
      {dragged !== null && (
        <div className="palette-ghost" style={{ left: dragged.x, top: dragged.y }}>
          <PaletteGlyph entry={dragged.entry} />
        </div>
      )}
    </>
  )
}
