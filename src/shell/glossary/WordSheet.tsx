import { useEffect, useRef } from 'react'
import { useCatalogue } from '../../lessons/useCatalogue.ts'
import { wordOf } from '../../scenario/glossary/words.ts'
import { viewStore } from '../../state/index.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { icons } from '../../ui/icons.tsx'
import { closeSheet, closeTool } from '../tools/closeTool.ts'
import { WordEntry } from './WordEntry.tsx'

/** A word that was pressed in a text, explained beside it. */
export default function WordSheet({ id, x, y }: { id: string; x: number; y: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Without titles every scene still opens.
  const scenes = useCatalogue()
  const word = wordOf(id)
  useEffect(() => {
    const sheet = dialog.current
    if (sheet === null) return
    sheet.showModal()
    sheet.style.left = `${Math.max(8, Math.min(x, innerWidth - sheet.offsetWidth - 8))}px`
    // What grows when the title has come must not leave the window.
    sheet.style.top = `${Math.max(8, Math.min(y + 6, innerHeight - sheet.offsetHeight - 40))}px`
  }, [x, y])
  if (word === undefined) return null
  return (
    <Dialog ref={dialog} className="word-sheet" aria-label={word.word} onClose={closeTool}>
      <div className="word-entry">
        <WordEntry word={word} sceneTitle={scenes.get(word.scene)?.title} />
      </div>
      <div className="word-foot">
        <button
          type="button"
          className="text-button"
          onClick={() => viewStore.setState({ tool: { is: 'glossary', id } })}
        >
          All words
        </button>
        <IconButton label="Close" onClick={() => closeSheet(dialog.current)}>
          {icons.close}
        </IconButton>
      </div>
    </Dialog>
  )
}
