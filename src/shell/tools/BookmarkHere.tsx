import { type FormEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { addBookmark } from '../../scenario/bookmarks.ts'
import { applyEdit, playheadMicros } from '../../state/index.ts'
import { say } from '../../state/workbench/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { clockText } from '../../ui/clockText.ts'
import { closeSheet, closeTool } from './closeTool.ts'

/** A name for the moment at which the key was pressed; the run may play on meanwhile. */
export default function BookmarkHere() {
  const [at] = useState(playheadMicros)
  const [name, setName] = useState(`At ${clockText(at)}`)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.select()
  }, [])
  const close = (event: SyntheticEvent) => {
    event.preventDefault()
    closeSheet(dialog.current)
  }
  const take = (event: FormEvent) => {
    close(event)
    applyEdit((scenario) => addBookmark(scenario, at, name))
    say(`Bookmark at ${clockText(at)}: ${name}.`)
  }
  return (
    <dialog
      ref={dialog}
      className="rename bookmark-here"
      aria-label={`Bookmark at ${clockText(at)}`}
      onCancel={close}
      onClose={closeTool}
    >
      <form onSubmit={take}>
        <input
          type="text"
          aria-label="Name of the bookmark"
          maxLength={60}
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">Set the bookmark</Button>
      </form>
    </dialog>
  )
}
