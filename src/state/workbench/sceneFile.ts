import type { Scenario } from '../../scenario/scenario.ts'
import { droppedText } from '../droppedText.ts'
import { openScenario, scenarioStore, viewStore } from '../index.ts'
import { isTooLarge, readDocument } from './readDocument.ts'
import { say } from './selection.ts'

/** What a file of a scene holds: the document, as a person can read it. */
export const fileText = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`

/** "Two shards, no room!" becomes "two-shards-no-room.json". */
export function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? ['scene']
  return `${words.join('-').slice(0, 60)}.json`
}

/** Hands the document to the browser as a download. */
export function saveFile(): void {
  const { scenario } = scenarioStore.getState()
  const address = URL.createObjectURL(new Blob([fileText(scenario)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(scenario.title)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  say(`Saved as ${link.download}.`)
}

/** Asks for a file and opens it. */
export function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.onchange = () => {
    const file = input.files?.[0]
    if (file !== undefined) void openFile(file)
  }
  input.click()
}

/** A file from anywhere. What was here is kept and offered again; a file that is no scene changes nothing. */
async function openFile(file: Blob): Promise<void> {
  const refuse = (detail: string) => viewStore.getState().setNotice({ text: 'This file could not be opened.', detail })
  if (isTooLarge(file.size)) return refuse('It is too long to be a scene.')
  const read = await file.text().then(readDocument, () => null)
  if (read === null) return refuse('The browser could not read it.')
  if (!read.ok) return refuse(read.detail)
  openScenario(read.scenario)
  if (read.dropped.length === 0) return
  const { notice } = viewStore.getState()
  viewStore.getState().setNotice({
    ...notice,
    text: 'Parts of this file are not known here and were left out.',
    detail: droppedText(read.dropped),
  })
}
