/** One word of the page with its one meaning. `docs/glossary.md` has the same rows; a test compares. */
export type Word = {
  id: string
  /** As it heads its entry; two words that explain each other share one. */
  word: string
  /** One or two sentences. */
  meaning: string
  /** A built-in scene in which it can be caused. */
  scene: string
  /** How texts write it, in lower case, beside plural and singular of `word`. Empty: it is too common a word to be linked. */
  forms: readonly string[]
  /** What the table of Kafka's words calls ours, where that is not `word`. */
  kafka?: string
}

type Rest = { forms?: readonly string[]; kafka?: string }

/** Texts write a word as it is and with an s, unless `forms` says otherwise. */
export function word(id: string, name: string, scene: string, meaning: string, { forms, kafka }: Rest = {}): Word {
  const own = forms ?? [name, `${name}s`]
  return { id, word: name, meaning, scene, forms: own, ...(kafka !== undefined && { kafka }) }
}
