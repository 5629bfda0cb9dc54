import { useEffect, useRef } from 'react'
import { useView, viewStore } from '../../state/index.ts'
import type { Preferences } from '../../state/viewStore.ts'
import { type Option, Segments } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogHead } from '../../ui/DialogHead.tsx'
import { closeSheet, closeTool } from './closeTool.ts'
import './settings.css'

type Words = 'theme' | 'motion' | 'paints' | 'bytes'
type Setting<Name extends Words> = { label: string; options: readonly Option<Preferences[Name]>[]; says: string }

const SETTINGS: { readonly [Name in Words]: Setting<Name> } = {
  theme: {
    label: 'Theme',
    options: [
      { value: 'system', label: 'As the system' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
      { value: 'projector', label: 'Projector' },
    ],
    says: 'Projector: black on white, one store, large enough for the last row; p brings the panels.',
  },
  motion: {
    label: 'Movement',
    options: [
      { value: 'system', label: 'As the system' },
      { value: 'full', label: 'Full' },
      { value: 'calm', label: 'Calm' },
      { value: 'reduced', label: 'None' },
    ],
    says: 'Calm: tapes move, nothing crosses the links; they carry their rate in numbers. None: tapes step once a second.',
  },
  paints: {
    label: 'Colours of keys and readers',
    options: [
      { value: 'usual', label: 'Usual' },
      { value: 'far', label: 'Far apart' },
    ],
    says: 'Far apart: told apart also where red and green look alike. Keys keep their letters, readers their dashes.',
  },
  bytes: {
    label: 'Sizes and byte rates',
    options: [
      { value: 'iec', label: 'KiB, MiB' },
      { value: 'si', label: 'kB, MB' },
    ],
    says: 'AWS writes MB and means 1,048,576 B: 1 MiB, which is 1.048576 MB. Fields read KiB and MiB either way; kB and MB count 1,000 with the second choice alone.',
  },
}

/** What a person may choose for all scenes. It is kept in this browser and never in a link. */
export default function Settings() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => closeSheet(dialog.current)
  return (
    <Dialog ref={dialog} className="settings" aria-labelledby="settings-title" onClose={closeTool}>
      <div className="settings-sheet">
        <DialogHead id="settings-title" title="Settings" closeLabel="Close settings" onClose={close} />
        <OneOf name="theme" />
        <OneOf name="motion" />
        <OneOf name="paints" />
        <OneOf name="bytes" />
        <OnOff name="kafkaWords" label="Kafka’s words beside ours" says="The key k does the same." />
        <OnOff
          name="spoken"
          label="A spoken summary while it runs"
          says="For screen readers: when a store begins or stops to refuse, or a reader falls behind; at most every five seconds."
        />
        <OnOff
          name="table"
          label="A table in the canvas’s place"
          says="The same nodes, numbers and commands in words. The key v does the same."
        />
        <p className="settings-foot">Kept in this browser. A link to a scene holds none of it.</p>
      </div>
    </Dialog>
  )
}

function OneOf<Name extends Words>({ name }: { name: Name }) {
  const { label, options, says }: Setting<Name> = SETTINGS[name]
  const value = useView((view): Preferences[Name] => view[name])
  return (
    <section>
      <h3>{label}</h3>
      <Segments
        label={label}
        value={value}
        options={options}
        onChange={(next) => viewStore.setState({ [name]: next })}
      />
      <p>{says}</p>
    </section>
  )
}

function OnOff({ name, label, says }: { name: 'kafkaWords' | 'spoken' | 'table'; label: string; says: string }) {
  const value = useView((view) => view[name])
  return (
    <section>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={value}
          onChange={(event) => viewStore.setState({ [name]: event.target.checked })}
        />
        <b>{label}</b>
      </label>
      <p>{says}</p>
    </section>
  )
}
