import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeTool } from './closeTool.ts'
import { matching } from './matching.ts'

export type Pick = {
  id: string
  text: string
  /** What sort of thing it is, in a word. */
  sort: string
  /** One sentence more; with `isRefused` the reason. */
  detail?: string
  keys?: string
  isRefused?: boolean
  run: () => void
}

/** More than these cannot be looked through. */
const SHOWN = 60

/** What was typed before the list was there, and whether Enter came after it. */
export type Started = { typed?: string; isTaken?: boolean }

/** A field and under it what fits to it: arrows choose, Enter does it. */
export function PickList({ label, picks, start }: { label: string; picks: readonly Pick[]; start?: Started }) {
  const [typed, setTyped] = useState(start?.typed ?? '')
  const [at, setAt] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  // The browser tells of the closing later, when what was chosen may have opened another sheet.
  const isTaken = useRef(false)
  const id = useId()
  const shown = useMemo(() => matching(picks, typed).slice(0, SHOWN), [picks, typed])
  const chosen = Math.min(at, Math.max(0, shown.length - 1))

  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list has come
  useEffect(() => {
    if (start?.isTaken) take(shown[0])
  }, [])
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function take(pick: Pick | undefined) {
    if (pick === undefined || pick.isRefused) return
    // Closing gives the keyboard back first, so that a command may take it on.
    isTaken.current = true
    dialog.current?.close()
    closeTool()
    pick.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') take(shown[chosen])
    else if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, shown.length))
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + shown.length) % Math.max(1, shown.length))
    else return
    event.preventDefault()
  }

  return (
    <Dialog ref={dialog} className="pick" aria-label={label} onClose={() => isTaken.current || closeTool()}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown[chosen] === undefined ? undefined : `${id}-${chosen}`}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className="pick-list" id={id} role="listbox" tabIndex={-1} aria-label={label}>
        {shown.map((pick, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
          <div
            key={pick.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            aria-disabled={pick.isRefused || undefined}
            tabIndex={-1}
            onPointerMove={() => setAt(i)}
            onClick={() => take(pick)}
          >
            <span className="pick-text">
              <b>{pick.text}</b>
              {pick.detail && <small>{pick.detail}</small>}
            </span>
            <span className="pick-sort">{pick.keys ? <kbd>{pick.keys}</kbd> : pick.sort}</span>
          </div>
        ))}
      </div>
      <p className="pick-none" role="status">
        {shown.length === 0 ? 'Nothing of this name.' : ''}
      </p>
    </Dialog>
  )
}
