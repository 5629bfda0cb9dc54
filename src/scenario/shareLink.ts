import { builtIn, loadBuiltIn } from './library/index.ts'
import { applyDifference, diffLink, readMoment } from './link/differenceLink.ts'
import type { Scenario } from './scenario.ts'

// A whole document in a link is rare at the start: the schema that reads it, and what packs it, load when they are needed.

export { diffLink } from './link/differenceLink.ts'
export { LINK_FORMAT } from './link/format.ts'

export type LinkResult =
  | {
      ok: true
      scenario: Scenario
      tSeconds: number /** The engine that the link was made with; null when it does not say. */
      engine: number | null
      dropped: string[]
    }
  /** unknown: it names no scenario that exists, or holds none at all. */
  | { ok: false; kind: 'damaged' | 'newer' | 'hostile' | 'unknown'; message: string }

/** Longest link that is looked at. The largest scenario of the app stays far below. */
const LINK_LENGTH_MAX = 300_000
const PARAMETERS_MAX = 400

/**
 * The part of an address from `#` on: a difference from a built-in scenario where that says it all, else the whole scenario.
 * The same scenario gives the same run at `tSeconds` wherever it is opened with this engine.
 */
export async function encodeLink(scenario: Scenario, engineVersion: number, tSeconds: number): Promise<string> {
  // Its words and values are compared with those of the library, so the library has to be there.
  if (scenario.id !== undefined && builtIn(scenario.id) === null) await loadBuiltIn(scenario.id)
  const moment = `t=${Number(tSeconds.toFixed(6))}`
  const difference = diffLink(scenario)
  if (difference !== null) return `${difference}&${moment}&engine=${engineVersion}`
  const { encodeFull } = await import('./link/encodeFull.ts')
  return `#s=${await encodeFull(scenario, engineVersion)}&${moment}`
}

/** Reads a link made by `encodeLink` or typed by hand. Never throws, whatever the text. */
export async function decodeLink(hash: string): Promise<LinkResult> {
  if (hash.length > LINK_LENGTH_MAX)
    return { ok: false, kind: 'hostile', message: 'This link is far longer than any scenario; it was not opened.' }
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  if ([...parameters.keys()].length > PARAMETERS_MAX)
    return { ok: false, kind: 'hostile', message: 'This link holds far more than a scenario can; it was not opened.' }
  const full = parameters.get('s')
  if (full !== null) return openFull(full, parameters)
  const id = parameters.get('scenario')
  if (id !== null) return openDifference(id, await originOf(id), parameters)
  return { ok: false, kind: 'unknown', message: 'This link holds no scenario.' }
}

async function openFull(part: string, parameters: URLSearchParams): Promise<LinkResult> {
  const { decodeFull } = await import('./link/decodeFull.ts')
  const read = await decodeFull(part)
  if (!read.ok) return { ok: false, kind: read.kind, message: read.message }
  const dropped = [...read.dropped]
  return {
    ok: true,
    scenario: read.scenario,
    engine: read.engine,
    tSeconds: readMoment(parameters.get('t'), read.scenario, dropped),
    dropped,
  }
}

/** undefined: it did not load. */
async function originOf(id: string): Promise<Scenario | null | undefined> {
  try {
    return builtIn(id) ?? (await loadBuiltIn(id))
  } catch {
    return undefined
  }
}

function openDifference(id: string, origin: Scenario | null | undefined, parameters: URLSearchParams): LinkResult {
  const name = id.slice(0, 40)
  if (origin === undefined)
    return { ok: false, kind: 'unknown', message: `The built-in scenario ${name} did not load. Open the link again.` }
  if (origin === null) return { ok: false, kind: 'unknown', message: `There is no built-in scenario ${name}.` }
  const { scenario, dropped } = applyDifference(origin, parameters)
  const engine = parameters.get('engine')
  const engineNumber = engine !== null && /^\d{1,6}$/.test(engine) ? Number(engine) : null
  return {
    ok: true,
    scenario,
    engine: engineNumber,
    tSeconds: readMoment(parameters.get('t'), scenario, dropped),
    dropped,
  }
}
