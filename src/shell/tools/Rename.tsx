import { type FormEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { scenarioStore } from '../../state/index.ts'
import { rename, writeNote } from '../../state/workbench/editing.ts'
import { nameOf } from '../../state/workbench/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { closeSheet, closeTool } from './closeTool.ts'

/** A field at the node's place. */
export default function Rename({ nodeId }: { nodeId: string }) {
  const note = scenarioStore.getState().scenario.nodes.find((node) => node.id === nodeId && node.kind === 'note')
  const isNote = note?.kind === 'note'
  const [typed, setTyped] = useState(isNote ? note.text : nameOf(nodeId))
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const sheet = dialog.current
    if (sheet === null) return
    sheet.showModal()
    const box = document.querySelector(`[data-node="${CSS.escape(nodeId)}"]`)?.getBoundingClientRect()
    if (box) {
      sheet.style.left = `${Math.max(8, Math.min(box.left - 12, innerWidth - sheet.offsetWidth - 8))}px`
      sheet.style.top = `${Math.max(8, Math.min(box.top - 12, innerHeight - sheet.offsetHeight - 8))}px`
    }
    sheet.querySelector<HTMLInputElement>('input, textarea')?.select()
  }, [nodeId])
  const close = (event: SyntheticEvent) => {
    event.preventDefault()
    closeSheet(dialog.current)
  }
  const take = (event: FormEvent) => {
    close(event)
    if (isNote) writeNote(nodeId, typed)
    else rename(nodeId, typed)
  }
  return (
    <dialog
      ref={dialog}
      className="rename"
      aria-label={isNote ? 'Note' : 'Rename'}
      onCancel={close}
      onClose={closeTool}
    >
      <form onSubmit={take}>
        {isNote ? (
          <textarea
            aria-label="Text of the note"
            rows={4}
            maxLength={400}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        ) : (
          <input
            type="text"
            aria-label="Name"
            maxLength={60}
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <Button type="submit">{isNote ? 'Write' : 'Rename'}</Button>
      </form>
    </dialog>
  )
}
