import { useEffect, useRef, useState } from 'react'
import { useCatalogue } from '../../lessons/useCatalogue.ts'
import { WORD_SECTIONS, type Word } from '../../scenario/glossary/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogHead } from '../../ui/DialogHead.tsx'
import { closeSheet, closeTool } from '../tools/closeTool.ts'
import { kafkaOf, WordEntry } from './WordEntry.tsx'

/** Whether all that was typed stands in the word, its other forms, its meaning or Kafka's word. */
export function hasTyped(word: Word, typed: string): boolean {
  const text = [word.word, word.meaning, ...word.forms, kafkaOf(word)?.kafka ?? ''].join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part))
}

/** All words, to be searched. `id`: the one to begin with. */
export default function Glossary({ id }: { id: string | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  // Without titles every scene still opens.
  const scenes = useCatalogue()
  useEffect(() => {
    dialog.current?.showModal()
    search.current?.focus()
    if (id !== undefined) document.getElementById(`word ${id}`)?.scrollIntoView({ block: 'start' })
  }, [id])
  const close = () => closeSheet(dialog.current)
  const sections = WORD_SECTIONS.map(({ name, words }) => ({
    name,
    words: words.filter((one) => hasTyped(one, typed)),
  }))
  const count = sections.reduce((sum, { words }) => sum + words.length, 0)
  return (
    <Dialog ref={dialog} className="glossary" large data-page aria-labelledby="glossary-title" onClose={closeTool}>
      <DialogHead id="glossary-title" title="Words" closeLabel="Close the words" onClose={close}>
        <input
          ref={search}
          type="search"
          aria-label="Search the words"
          placeholder="Search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
      </DialogHead>
      <div className="glossary-body">
        <p role="status" className="glossary-count">
          {count === 0 ? 'No word has this.' : typed === '' ? '' : count === 1 ? 'One word' : `${count} words`}
        </p>
        {sections.map(
          ({ name, words }) =>
            words.length > 0 && (
              <section key={name}>
                <h3>{name}</h3>
                <ul>
                  {words.map((word) => (
                    <li key={word.id} id={`word ${word.id}`} className="word-entry">
                      <WordEntry word={word} sceneTitle={scenes.get(word.scene)?.title} />
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </Dialog>
  )
}
