import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { useScenario, useView } from '../../state/index.ts'
import { closeSheet, closeTool } from './closeTool.ts'
import { menuEntries } from './menuEntries.ts'

type Place = { x: number; y: number; at: { x: number; y: number } }

/** What can be done with what is selected, or on the empty canvas; by pointer or arrow keys. */
export default function Menu({ x, y, at }: Place) {
  const scenario = useScenario((state) => state.scenario)
  const view = useView((state) => ({
    selectedId: state.selectedId,
    alsoSelected: state.alsoSelected,
    link: state.selectedLink,
  }))
  const sheet = useRef<HTMLDivElement>(null)
  const groups = menuEntries(scenario, view, at)
  useEffect(() => {
    const menu = sheet.current
    if (menu === null) return
    menu.showPopover()
    menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`
    menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`
    menu.querySelector('button')?.focus()
  }, [x, y])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next =
      event.key === 'ArrowDown'
        ? now + 1
        : event.key === 'ArrowUp'
          ? now - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? -1
              : event.key.length === 1
                ? byLetter(buttons, now, event.key)
                : null
    if (event.key === 'Escape') event.preventDefault()
    if (event.key === 'Escape' || event.key === 'Tab') closeSheet(sheet.current)
    if (next === null) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  }

  return (
    <div
      ref={sheet}
      popover="auto"
      className="popover menu"
      role="menu"
      aria-label="Commands for this"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && closeTool()}
    >
      {groups.map((entries, group) => (
        <Fragment key={entries[0]?.text}>
          {group > 0 && <hr />}
          {entries.map((entry) => (
            <button
              key={entry.text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                // The keyboard goes back to where it was before a command may take it on.
                closeSheet(sheet.current)
                entry.run()
              }}
            >
              {entry.text}
              {entry.keys && <kbd>{entry.keys}</kbd>}
            </button>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

function byLetter(buttons: readonly HTMLElement[], now: number, letter: string): number | null {
  const order = buttons.map((_, i) => (now + 1 + i) % buttons.length)
  return order.find((i) => buttons[i]?.innerText.toLowerCase().startsWith(letter.toLowerCase())) ?? null
}
