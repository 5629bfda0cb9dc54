// Guesses outlive the page on this machine and go nowhere else. Where nothing can be kept they last as long as the page.

const KEY = 'shardscope.guesses'
const now = new Map<string, unknown>()

function read(): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function keptGuess(sceneId: string): number | null {
  const kept = keptDrawn(sceneId)
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : null
}

/** What was drawn there, as it was kept: whoever asks parses it. */
export function keptDrawn(place: string): unknown {
  if (now.has(place)) return now.get(place)
  const kept = read()
  return Object.hasOwn(kept, place) ? kept[place] : null
}

export const keepDrawn = (place: string, drawn: object | null): void => keep(place, drawn)

/** null: it is forgotten. */
export const keepGuess = (sceneId: string, guess: number | null): void => keep(sceneId, guess)

function keep(place: string, guess: unknown): void {
  if (guess === null) now.delete(place)
  else now.set(place, guess)
  try {
    const { [place]: _, ...others } = read()
    localStorage.setItem(KEY, JSON.stringify(guess === null ? others : { ...others, [place]: guess }))
  } catch {
    // It still holds for this page.
  }
}
