import { useEffect, useRef, useState } from 'react'
import { useCatalogue } from '../../lessons/useCatalogue.ts'
import { CATALOGUE } from '../../scenario/library/catalogue.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { SCENES_MAX, workshopList } from '../../scenario/show/workshop.ts'
import { copyText } from '../../state/copyText.ts'
import { useView, viewStore } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogHead } from '../../ui/DialogHead.tsx'
import { icons } from '../../ui/icons.tsx'
import { LinkCode } from '../share/LinkCode.tsx'
import { closeSheet, closeTool } from '../tools/closeTool.ts'
import { goToScene } from './workshopSteps.ts'
import './workshopSheet.css'

type Scenes = ReadonlyMap<string, Scenario>

/** Scenes put into an order, and the one link that opens them in it. */
export default function WorkshopSheet() {
  const dialog = useRef<HTMLDialogElement>(null)
  const present = useView((view) => view.workshop)
  const [ids, setIds] = useState<readonly string[]>(present?.ids ?? [])
  // Without a network their names stand for their titles.
  const scenes = useCatalogue()
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => closeSheet(dialog.current)
  const add = (id: string) => setIds((now) => (now.length < SCENES_MAX ? [...now, id] : now))
  return (
    <Dialog ref={dialog} className="workshop-sheet" large aria-labelledby="workshop-title" onClose={closeTool}>
      <DialogHead
        id="workshop-title"
        title="A workshop: several scenes in one link"
        closeLabel="Close the workshop"
        onClose={close}
      />
      <div className="workshop-lists">
        <section aria-label="All scenes">
          <h3>All scenes</h3>
          <ol>
            {CATALOGUE.map(({ id }) => (
              <li key={id}>
                <button type="button" disabled={ids.length >= SCENES_MAX} onClick={() => add(id)}>
                  <span>{scenes.get(id)?.title ?? id}</span>
                  <small>{ids.includes(id) ? 'in it' : 'add'}</small>
                </button>
              </li>
            ))}
          </ol>
        </section>
        <section aria-label="In this order">
          <h3>
            In this order <span>{sumText(ids, scenes)}</span>
          </h3>
          {ids.length === 0 && <p>Nothing yet. A scene at the left is added at the end.</p>}
          <Chosen ids={ids} scenes={scenes} onChange={setIds} />
          {ids.length > 0 && <LinkOf ids={ids} onBegin={close} />}
        </section>
      </div>
    </Dialog>
  )
}

type ChosenProps = { ids: readonly string[]; scenes: Scenes; onChange: (ids: readonly string[]) => void }

function Chosen({ ids, scenes, onChange }: ChosenProps) {
  const without = (at: number) => ids.toSpliced(at, 1)
  const earlier = (at: number) => without(at).toSpliced(at - 1, 0, ids[at] ?? '')
  return (
    <ol className="workshop-chosen">
      {ids.map((id, at) => {
        const title = scenes.get(id)?.title ?? id
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene may come twice
          <li key={at}>
            <b>{at + 1}</b>
            <span>{title}</span>
            <IconButton label={`${title} earlier`} disabled={at === 0} onClick={() => onChange(earlier(at))}>
              ↑
            </IconButton>
            <IconButton
              label={`${title} later`}
              disabled={at === ids.length - 1}
              onClick={() => onChange(earlier(at + 1))}
            >
              ↓
            </IconButton>
            <IconButton label={`Take ${title} out`} onClick={() => onChange(without(at))}>
              {icons.close}
            </IconButton>
          </li>
        )
      })}
    </ol>
  )
}

function LinkOf({ ids, onBegin }: { ids: readonly string[]; onBegin: () => void }) {
  const [said, setSaid] = useState('')
  const address = location.href.split(/[?#]/, 1)[0] ?? ''
  const list = workshopList(ids, address)
  const link = `${address}#workshop=${list}`
  const begin = () => {
    onBegin()
    goToScene({ ids, list, at: 0 }, 0)
  }
  const paper = () => viewStore.setState({ workshop: { ids, list, at: 0 }, tool: { is: 'handout' } })
  const copy = () => void copyText(link).then((isTaken) => setSaid(isTaken ? 'Copied.' : 'Copy it from the field.'))
  return (
    <div className="workshop-link">
      <input
        readOnly
        aria-label="Link of the workshop"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status">
        {link.length} characters. {said}
      </p>
      <div className="workshop-buttons">
        <Button primary onClick={begin}>
          Begin
        </Button>
        <Button onClick={copy}>Copy the link</Button>
        <Button onClick={paper}>Handout</Button>
      </div>
      <LinkCode link={link} />
    </div>
  )
}

const sumText = (ids: readonly string[], scenes: Scenes) => {
  const minutes = ids.reduce((sum, id) => sum + (scenes.get(id)?.brief.minutes ?? 0), 0)
  return ids.length === 0 ? '' : `${ids.length === 1 ? '1 scene' : `${ids.length} scenes`}, ${minutes} minutes`
}
