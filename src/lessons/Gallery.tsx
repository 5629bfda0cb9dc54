import { useEffect, useRef, useState } from 'react'
import { CATALOGUE, type CatalogueEntry, CHAPTERS } from '../scenario/library/catalogue.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { session, useScenario, useView, viewStore } from '../state/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogHead } from '../ui/DialogHead.tsx'
import { FaultCards } from './FaultCards.tsx'
import { GalleryCard } from './GalleryCard.tsx'
import { conceptsOf, search as searchScenes } from './gallerySearch.ts'
import { LessonCards } from './LessonCards.tsx'
import { useCatalogue } from './useCatalogue.ts'
import './gallery.css'

const close = () => viewStore.getState().setGalleryOpen(false)

/** All built-in scenes, in the order in which they build on one another. The run waits while somebody chooses. */
export default function Gallery({ onOpen }: { onOpen: (id: string) => void }) {
  const open = useView((view) => view.galleryOpen)
  const presentId = useScenario((state) => state.scenario.id)
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [concept, setConcept] = useState<string | null>(null)
  const scenes = useCatalogue(open)
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (!open) return element.close()
    session.pause()
    element.showModal()
    search.current?.focus()
    search.current?.select()
  }, [open])

  // A scene that has not loaded yet is not shown.
  const { found, only } = searchScenes([...scenes.values()], words, concept)
  const wanted = CATALOGUE.filter(({ id }) => found.some((scene) => scene === scenes.get(id)))
  const choose = (id: string) => {
    setWords('')
    close()
    onOpen(id)
  }
  return (
    <Dialog ref={dialog} className="gallery" large data-page aria-labelledby="gallery-title" onClose={close}>
      <DialogHead id="gallery-title" title="Scenes" closeLabel="Close the scenes" onClose={close}>
        <input
          ref={search}
          type="search"
          aria-label="Search the scenes"
          placeholder="Search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            const first = wanted[0]
            if (event.key === 'Enter' && first !== undefined) choose(first.id)
            if (event.key === 'ArrowDown') focusCard(dialog.current, 0)
            // A search field would only empty itself.
            if (event.key === 'Escape') close()
          }}
        />
      </DialogHead>
      <Concepts scenes={[...scenes.values()]} chosen={concept} onChoose={setConcept} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus between buttons */}
      <div className="gallery-body" onKeyDown={moveFocus}>
        {concept === null && <LessonCards words={words} onChoose={() => setWords('')} />}
        {only !== null && <p className="say">No scene has all of these words. These have “{only}”.</p>}
        {CHAPTERS.map(({ name, entries }) => (
          <Chapter
            key={name}
            name={name}
            entries={entries.filter((entry) => wanted.includes(entry))}
            scenes={scenes}
            presentId={presentId}
            onChoose={choose}
          />
        ))}
        {concept === null && <FaultCards words={words} onChoose={() => setWords('')} />}
        {wanted.length === 0 && <p className="say">No scene has these words.</p>}
      </div>
    </Dialog>
  )
}

type ChapterProps = {
  name: string
  entries: readonly CatalogueEntry[]
  scenes: ReadonlyMap<string, Scenario>
  presentId: string | undefined
  onChoose: (id: string) => void
}

function Chapter({ name, entries, scenes, presentId, onChoose }: ChapterProps) {
  if (entries.length === 0) return null
  return (
    <section>
      <h3>{name}</h3>
      <ul>
        {entries.map(({ id }) => {
          const scenario = scenes.get(id)
          return scenario === undefined ? null : (
            <li key={id}>
              <GalleryCard
                number={CATALOGUE.findIndex((entry) => entry.id === id) + 1}
                scenario={scenario}
                present={id === presentId}
                onOpen={() => onChoose(id)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type ConceptsProps = {
  scenes: readonly Scenario[]
  chosen: string | null
  onChoose: (concept: string | null) => void
}

function Concepts({ scenes, chosen, onChoose }: ConceptsProps) {
  return (
    <div className="gallery-concepts" role="group" aria-label="About">
      {conceptsOf(scenes).map((concept) => (
        <button
          key={concept}
          type="button"
          aria-pressed={concept === chosen}
          onClick={() => onChoose(concept === chosen ? null : concept)}
        >
          {concept}
        </button>
      ))}
    </div>
  )
}

const cardsIn = (root: ParentNode | null) => [...(root?.querySelectorAll<HTMLElement>('.gallery-card') ?? [])]

function focusCard(root: ParentNode | null, at: number): void {
  cardsIn(root)[at]?.focus()
}

/** Left and right go to the next card; up and down to the one that stands nearest in the row above or below. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const cards = cardsIn(event.currentTarget)
  const from = cards.indexOf(event.target as HTMLElement)
  if (from < 0) return
  if (event.key === 'ArrowRight') focusCard(event.currentTarget, from + 1)
  else if (event.key === 'ArrowLeft') focusCard(event.currentTarget, from - 1)
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    nearest(cards, from, event.key === 'ArrowDown')?.focus()
  else return
  event.preventDefault()
}

function nearest(cards: readonly HTMLElement[], from: number, down: boolean): HTMLElement | undefined {
  const own = cards[from]?.getBoundingClientRect()
  if (own === undefined) return undefined
  let best: { card: HTMLElement; far: number } | undefined
  for (const card of cards) {
    const box = card.getBoundingClientRect()
    const rows = down ? box.top - own.top : own.top - box.top
    if (rows < own.height / 2) continue
    const far = rows * 4 + Math.abs(box.left - own.left)
    if (best === undefined || far < best.far) best = { card, far }
  }
  return best?.card
}
