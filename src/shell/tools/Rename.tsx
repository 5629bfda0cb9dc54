import { type FormEvent, useEffect, useRef, useState } from 'react'
import { rename } from '../../state/workbench/editing.ts'
import { nameOf } from '../../state/workbench/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { closeTool } from './closeTool.ts'

/** A field at the node's place. */
export default function Rename({ nodeId }: { nodeId: string }) {
  const [typed, setTyped] = useState(nameOf(nodeId))
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
    sheet.querySelector('input')?.select()
  }, [nodeId])
  const take = (event: FormEvent) => {
    event.preventDefault()
    dialog.current?.close()
    rename(nodeId, typed)
  }
  return (
    <dialog ref={dialog} className="rename" aria-label="Rename" onClose={closeTool}>
      <form onSubmit={take}>
        <input
          type="text"
          aria-label="Name"
          maxLength={60}
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">Rename</Button>
      </form>
    </dialog>
  )
}
