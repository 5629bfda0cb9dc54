import { REGIONS } from '../../aws/index.ts'
import { setSeed } from '../edits.ts'
import { editEffect } from '../effect.ts'
import { fieldsOf, startValue } from '../fields.ts'
import { builtIn } from '../library/index.ts'
import { applyPathOverride, pathOf } from '../overrides.ts'
import { parseQuantity } from '../quantity.ts'
import type { Scenario } from '../scenario.ts'
import { PROFILES, whereOf } from '../where.ts'
import { setWhere } from '../whereEdits.ts'
import { sameBrief } from './briefList.ts'

// A built-in scenario with other start values or another seed, as a difference that a person can read and type.

/** `#scenario=two-shards&rate=4000&seed=7`, or null when the scenario is not a built-in changed in start values and seed alone. */
export function diffLink(scenario: Scenario): string | null {
  const origin = scenario.id === undefined ? null : builtIn(scenario.id)
  if (origin === null || scenario.id === undefined || !sameFrame(origin, scenario)) return null
  const { profile, region } = whereOf(scenario)
  const changes: string[] = []
  if (profile !== whereOf(origin).profile) changes.push(`awsProfile=${profile}`)
  if (region !== whereOf(origin).region) changes.push(`region=${region}`)
  const there = setWhere(origin, { profile, region })
  for (const [index, node] of scenario.nodes.entries()) {
    const own = there.nodes[index]
    if (own === undefined || own.kind !== node.kind) return null
    for (const field of fieldsOf(node.kind)) {
      const value = startValue(node, field)
      if (value !== startValue(own, field))
        changes.push(`${pathOf(origin, own, field)}=${encodeURIComponent(String(value))}`)
    }
  }
  if (scenario.seed !== origin.seed) changes.push(`seed=${scenario.seed}`)
  const text = [`#scenario=${scenario.id}`, ...changes].join('&')
  // A step that the change made meaningless would be missing: only what reads back as the same is given out.
  const back = applyDifference(origin, new URLSearchParams(text.slice(1)))
  return back.dropped.length === 0 && editEffect(back.scenario, scenario) === 'none' ? text : null
}

/** Everything but start values and seed is as in the library: words, places, links, length. */
function sameFrame(origin: Scenario, scenario: Scenario): boolean {
  const frame = ({ title, durationSeconds, nodes, links, bookmarks, against }: Scenario) =>
    JSON.stringify([
      title,
      durationSeconds,
      links,
      bookmarks,
      against,
      nodes.map((node) => [node.id, node.name, node.x, node.y]),
    ])
  return frame(origin) === frame(scenario) && sameBrief(origin.brief, scenario.brief)
}

/** Names in such a link that are not fields. */
export const RESERVED = [
  'scenario',
  'seed',
  't',
  'engine',
  's',
  'awsProfile',
  'region',
  'lesson',
  'step',
  'workshop',
  'at',
] as const

/** The built-in with the link's start values and seed. What has no meaning is left out and listed. */
export function applyDifference(
  origin: Scenario,
  parameters: URLSearchParams,
): { scenario: Scenario; dropped: string[] } {
  const dropped: string[] = []
  let scenario = setWhere(origin, readWhere(parameters, dropped))
  for (const [path, word] of parameters) {
    if ((RESERVED as readonly string[]).includes(path)) continue
    const changed = applyPathOverride(scenario, path, word)
    if (changed.ok) scenario = changed.scenario
    else dropped.push(changed.message)
  }
  const seed = parameters.get('seed')
  if (seed !== null) {
    const value = /^\d{1,10}$/.test(seed) ? Number(seed) : Number.NaN
    const seeded = setSeed(scenario, value)
    if (seeded.seed !== value) dropped.push('seed must be a whole number from 0 to 4,294,967,295.')
    scenario = seeded
  }
  return { scenario, dropped }
}

/** `awsProfile` and not `profile`, which is a field of producers. */
function readWhere(parameters: URLSearchParams, dropped: string[]) {
  const profile = PROFILES.find((known) => known === parameters.get('awsProfile'))
  const region = REGIONS.find((known) => known === parameters.get('region'))
  if (parameters.has('awsProfile') && profile === undefined)
    dropped.push(`awsProfile must be ${PROFILES.join(' or ')}.`)
  if (parameters.has('region') && region === undefined) dropped.push('region must be the code of a Region of AWS.')
  return { ...(profile && { profile }), ...(region && { region }) }
}

/** Seconds of a link's `t`, within the run; 0 when there is none or it cannot be read. */
export function readMoment(text: string | null, scenario: Scenario, dropped: string[]): number {
  if (text === null) return 0
  const read = parseQuantity(text, 's')
  if (!read.ok || read.value < 0) {
    dropped.push('t must be a number of seconds.')
    return 0
  }
  return Math.min(read.value, scenario.durationSeconds)
}
