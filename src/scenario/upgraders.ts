// A document's version grows when the meaning of its fields changes. One function a step lifts an older
// document; the module refuses to load when a step is missing, so a release cannot forget one.

type Document = Record<string, unknown>
/** Key n lifts a document of version n - 1 to version n. */
export type Upgraders = Readonly<Record<number, (document: Document) => Document>>

/** The version that this code writes. Starting with version 1, so the table is empty until there is a second. */
export const CURRENT_VERSION = 1
const UPGRADERS: Upgraders = {}

export type Upgraded = { ok: true; document: Document } | { ok: false; kind: 'newer' | 'damaged'; message: string }

/** Throws when a step on the way to `current` is missing. */
export function requireEveryStep(upgraders: Upgraders, current: number): void {
  for (let version = 2; version <= current; version++) {
    if (!Object.hasOwn(upgraders, version)) throw new Error(`No upgrader leads to version ${version} of the scenario`)
  }
}

requireEveryStep(UPGRADERS, CURRENT_VERSION)

/** Lifts a document to the current version. */
export function upgrade(
  document: Document,
  upgraders: Upgraders = UPGRADERS,
  current: number = CURRENT_VERSION,
): Upgraded {
  const version = document['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { ok: false, kind: 'damaged', message: 'This is not a Shardscope scenario: its version is missing.' }
  }
  if (version > current) {
    return {
      ok: false,
      kind: 'newer',
      message: `This scenario has format ${version}; this page reads up to ${current}. Reload the page to get the newest one.`,
    }
  }
  let lifted = document
  for (let step = version + 1; step <= current; step++) lifted = upgraders[step]?.(lifted) ?? lifted
  return { ok: true, document: lifted }
}
