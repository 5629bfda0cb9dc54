import { readFileSync, statSync } from 'node:fs'
import { REGIONS } from '../../aws/index.ts'
import { applyOverride, decodeLink, loadBuiltIn, PROFILES, parseScenario, setWhere } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { InputError } from './inputError.ts'

const FILE_BYTES_AT_MOST = 4 * 1024 * 1024
const SEED_MAX = 4_294_967_295

/** A scenario by its id, from a file or a link, with the changes of the command line. */
export async function readScenario(
  input: string,
  changes: { seed: string | undefined; set: string[]; profile: string | undefined; region: string | undefined },
): Promise<Scenario> {
  let scenario = setWhere(await open(input), {
    ...(changes.profile !== undefined && { profile: oneOf('--profile', PROFILES, changes.profile) }),
    ...(changes.region !== undefined && { region: oneOf('--region', REGIONS, changes.region) }),
  })
  for (const change of changes.set) {
    const result = applyOverride(scenario, change)
    if (!result.ok) throw new InputError(`--set ${change}: ${result.message}`)
    scenario = result.scenario
  }
  return changes.seed === undefined ? scenario : { ...scenario, seed: seedOf(changes.seed) }
}

async function open(input: string): Promise<Scenario> {
  const known = await loadBuiltIn(input)
  if (known) return known
  if (input.includes('#')) {
    const link = await decodeLink(input.slice(input.indexOf('#')))
    if (!link.ok) throw new InputError(link.message)
    refuseDropped(input.slice(0, 60), link.dropped)
    return link.scenario
  }
  if (!input.endsWith('.json')) {
    throw new InputError(
      `There is no scenario ${input}: \`list\` names those that exist; or name a file ending in .json or a link.`,
    )
  }
  const parsed = parseScenario(readJson(input))
  if (!parsed.ok) throw new InputError(`${input}: ${parsed.message}`)
  refuseDropped(input, parsed.dropped)
  return parsed.scenario
}

/** A page shows what it left out; here nobody would see it, and another run than the one asked for is worse than none. */
function refuseDropped(source: string, dropped: readonly string[]): void {
  if (dropped.length > 0) throw new InputError(`${source}: not understood: ${dropped.join(', ')}`)
}

function readJson(path: string): unknown {
  try {
    if (statSync(path).size > FILE_BYTES_AT_MOST)
      throw new InputError(`${path} is larger than 4 MiB: that is no scenario.`)
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(
      error instanceof SyntaxError
        ? `${path} is not JSON: ${error.message}.`
        : `${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`,
    )
  }
}

function oneOf<T extends string>(option: string, known: readonly T[], word: string): T {
  const found = known.find((other) => other === word)
  if (found === undefined) throw new InputError(`${option} takes ${known.join(', ')}, not ${word}.`)
  return found
}

function seedOf(text: string): number {
  const seed = Number(text)
  if (!/^\d+$/.test(text) || seed > SEED_MAX)
    throw new InputError(`--seed takes a whole number from 0 to ${SEED_MAX}, not ${text}.`)
  return seed
}
