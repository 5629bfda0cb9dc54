// A workshop: scenes of the library in an order, all of it in one link.

/** More than a day holds; it also keeps the short form below 110 characters behind a usual address. */
export const SCENES_MAX = 23
const LIST_MAX = 600
/** Links at most so long are codes that a camera reads from the last row. */
const SHORT = 110
const CODE_LETTERS = 3

export type ReadWorkshop = { ok: true; ids: string[] } | { ok: false; message: string }

/** The name of a scene in three letters: it is made of the id alone, so that a scene more in the library changes no link. */
export function sceneCode(id: string): string {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(36).padStart(CODE_LETTERS, '0').slice(-CODE_LETTERS)
}

/** As it stands behind `workshop=`: names as long as the whole link stays short, else their codes behind a full stop. */
export function workshopList(ids: readonly string[], address: string): string {
  const names = ids.join(',')
  return `${address}#workshop=${names}`.length <= SHORT ? names : `.${ids.map(sceneCode).join('')}`
}

/** Reads what stands behind `workshop=`, whatever it is. `known`: the ids of the library. */
export function readWorkshop(list: string, known: readonly string[]): ReadWorkshop {
  const refuse = (message: string): ReadWorkshop => ({ ok: false, message })
  if (list.length > LIST_MAX || !/^[a-z0-9,.-]*$/.test(list))
    return refuse('This is no list of scenes; it was not opened.')
  const isCoded = list.startsWith('.')
  const words = isCoded ? (list.slice(1).match(/.{1,3}/g) ?? []) : list.split(',').filter(Boolean)
  if (words.length === 0) return refuse('This workshop has no scenes.')
  if (words.length > SCENES_MAX)
    return refuse(`A workshop has at most ${SCENES_MAX} scenes; this one has ${words.length}.`)
  const ids = words.map((word) => known.find((id) => (isCoded ? sceneCode(id) : id) === word) ?? null)
  const missing = words.filter((_, i) => ids[i] === null)
  if (missing.length > 0) return refuse(`There is no built-in scenario ${missing.join(', ').slice(0, 80)}.`)
  return { ok: true, ids: ids.filter((id) => id !== null) }
}
