import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useScenario, useView } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { closeTool } from '../tools/closeTool.ts'
import { HandoutSheet } from './HandoutSheet.tsx'
import { handoutPages } from './handoutPages.ts'
import './handout.css'

/** Paper for a class: a sheet for the scene that is open, or one for each scene of the workshop, as it will be printed. */
export default function Handout() {
  const scenario = useScenario((state) => state.scenario)
  const workshop = useView((view) => view.workshop)
  const [hasAnswers, setHasAnswers] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const page = document.getElementById('root')
    if (page !== null) page.inert = true
    sheet.current?.focus()
    return () => {
      if (page !== null) page.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const address = location.href.split(/[?#]/, 1)[0] ?? ''
  return createPortal(
    // A modal dialog would be printed as it lies in the window, and no more of it
    <div
      ref={sheet}
      className="handout"
      role="dialog"
      aria-modal="true"
      aria-label="Handout"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && closeTool()}
    >
      <div className="handout-bar">
        <Button primary onClick={() => print()}>
          Print
        </Button>
        <label>
          <input type="checkbox" checked={hasAnswers} onChange={(event) => setHasAnswers(event.target.checked)} />
          With what is learned, for you
        </label>
        <IconButton label="Close the handout" onClick={closeTool}>
          {icons.close}
        </IconButton>
      </div>
      {handoutPages(scenario, workshop, address).map((page) => (
        <HandoutSheet key={`${page.place} ${page.scenario.id}`} page={page} hasAnswers={hasAnswers} />
      ))}
    </div>,
    document.body,
  )
}
