import { GLOSSARY } from './words.ts'

/** A piece of a text; with `word`, one that the glossary explains. */
export type Piece = { text: string; word?: string }

const byForm = new Map(GLOSSARY.flatMap(({ id, forms }) => forms.map((form) => [form, id] as const)))
// The longest first, so that "hash key range" is no hash key.
const forms = [...byForm.keys()].sort((a, b) => b.length - a.length)
const FORM = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu')

/** A text in pieces, each word of the glossary once, and none that `before` has had. */
export function linkWords(text: string, before: readonly string[] = []): Piece[] {
  const seen = new Set(before.flatMap((one) => [...one.matchAll(FORM)].map(([found]) => idOf(found))))
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(FORM)) {
    const word = idOf(match[0])
    if (word === undefined || seen.has(word)) continue
    seen.add(word)
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) })
    pieces.push({ text: match[0], word })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

const idOf = (found: string) => byForm.get(found.toLowerCase())
