// Guesses outlive the page on this machine and go nowhere else. Where nothing can be kept they last as long as the page.

const KEY = 'shardscope.guesses'
const now = new Map<string, number>()

function read(): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function keptGuess(sceneId: string): number | null {
  const kept = now.get(sceneId) ?? (Object.hasOwn(read(), sceneId) ? read()[sceneId] : null)
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : null
}

/** null: it is forgotten. */
export function keepGuess(sceneId: string, guess: number | null): void {
  if (guess === null) now.delete(sceneId)
  else now.set(sceneId, guess)
  try {
    const { [sceneId]: _, ...others } = read()
    localStorage.setItem(KEY, JSON.stringify(guess === null ? others : { ...others, [sceneId]: guess }))
  } catch {
    // It still holds for this page.
  }
}
