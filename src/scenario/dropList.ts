/** What was left out of a document, in words, for the line under a link that opened. Bounded: a hostile file lists no millions. */
export type DropList = {
  readonly entries: string[]
  add(text: string): void
  unknownKeys(raw: object, known: readonly string[], where: string): void
}

const ENTRIES_MAX = 40

export function dropList(): DropList {
  const entries: string[] = []
  const add = (text: string) => {
    if (entries.length < ENTRIES_MAX) entries.push(text)
    else if (entries.length === ENTRIES_MAX) entries.push('and more')
  }
  return {
    entries,
    add,
    unknownKeys(raw, known, where) {
      for (const key of Object.keys(raw)) if (!known.includes(key)) add(`${where}: ${key.slice(0, 40)} is not known`)
    },
  }
}
