import { builtIn, loadBuiltIn } from '../library/index.ts'
import { type ParsedScenario, parseScenario } from '../parseScenario.ts'
import { isRecord } from '../refusal.ts'
import { checkLetters, fromBase64Url, inflate } from './bytes.ts'
import { LINK_FORMAT } from './format.ts'
import { toLongForm } from './longForm.ts'

const TEXT_BYTES_MAX = 1_048_576
const CHECK_LENGTH = 4

const damaged = {
  ok: false,
  kind: 'damaged',
  message: 'This link is damaged: part of it is missing or was changed.',
} as const
const hostile = {
  ok: false,
  kind: 'hostile',
  message: 'This link holds far more than a scenario can; it was not opened.',
} as const

export type FullLink = ParsedScenario & { engine: number | null }

export async function decodeFull(part: string): Promise<FullLink> {
  const match = /^(\d{1,6})\.(\d{1,6})\.(.*)$/.exec(part)
  if (match === null) return { ...damaged, engine: null }
  const format = Number(match[1])
  const engine = Number(match[2])
  if (format > LINK_FORMAT) {
    return {
      ok: false,
      kind: 'newer',
      engine,
      message: `This link has format ${format}; this page reads up to ${LINK_FORMAT}. Reload the page to get the newest one.`,
    }
  }
  const packed = fromBase64Url(match[3] ?? '')
  if (packed === null || format < 1) return { ...damaged, engine }
  const bytes = await inflate(packed, TEXT_BYTES_MAX)
  if (bytes === 'huge') return { ...hostile, engine }
  if (bytes === 'damaged') return { ...damaged, engine }
  return { ...(await readText(bytes)), engine }
}

async function readText(bytes: Uint8Array<ArrayBuffer>): Promise<ParsedScenario> {
  const json = bytes.subarray(0, Math.max(0, bytes.length - CHECK_LENGTH))
  const letters = String.fromCharCode(...bytes.subarray(json.length))
  if (letters !== checkLetters(json)) return damaged
  let input: unknown
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
  } catch {
    return damaged
  }
  await loadOrigin(input)
  const long = toLongForm(input)
  if (!long.ok) return long.huge ? hostile : damaged
  return parseScenario(long.document)
}

/** The words of a built-in scenario are not in the link. Without them it still opens. */
async function loadOrigin(input: unknown): Promise<void> {
  const id = isRecord(input) ? input['i'] : undefined
  if (typeof id !== 'string' || builtIn(id) !== null) return
  await loadBuiltIn(id).catch(() => null)
}
