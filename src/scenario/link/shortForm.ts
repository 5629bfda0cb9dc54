import { fieldIn } from '../fields/fieldIn.ts'
import { fieldOf, fieldsOf, startValue } from '../fields.ts'
import { KIND_NAMES } from '../kindNames.ts'
import { builtIn } from '../library/index.ts'
import type { Prediction } from '../prediction.ts'
import type { Intervention, Scenario, ScenarioNode } from '../scenario.ts'
import { changesOf, stepAt } from '../tryStep.ts'
import { type Where, whereOf } from '../where.ts'
import {
  type AfterList,
  afterList,
  type BriefList,
  briefList,
  isEmptyAfter,
  type OwnPart,
  ownPart,
  sameBrief,
} from './briefList.ts'
import { shortStreamStep } from './streamSteps.ts'

// The short form of a document, format 1: defaults left out, one-letter names, nodes named by their place.
// A default, a `short` name or a kind's letter of this form never changes its meaning: that would need format 2.

/** Letters of the kinds of nodes, frozen. */
export const KIND_LETTERS = {
  producer: 'p',
  stream: 's',
  queue: 'q',
  application: 'a',
  pool: 'w',
  monolith: 'm',
  topic: 't',
  lambda: 'l',
  downstream: 'd',
  aggregator: 'g',
  fifoQueue: 'f',
  archive: 'v',
  note: 'n',
  kinesisQueue: 'k',
} as const

/** Letters of what is done to a worker, frozen. */
export const WORKER_LETTERS = { crash: 'c', start: 'u', pause: 'h', resume: 'r', cutOff: 'x', reconnect: 'y' } as const
/** Of actions that need no more. */
export const BARE_LETTERS = { sendOne: 'o', purge: 'p', redrive: 'v', receiveOne: 'q', deleteOne: 'z' } as const
/** Of a call by hand: its key and its bytes follow. */
export const PUT_LETTER = 'i'
/** Of a place in one shard: the shard and the record follow. */
export const RECORD_LETTER = 'm'

export type ShortNode = [
  kind: string,
  id: string,
  name: string | 0,
  x: number,
  y: number,
  fields?: Record<string, number | string>,
]
/** Time since the step before in microseconds, node, action letter, and what the action needs. */
export type ShortStep = [wait: number, node: number, action: string, ...rest: (number | string)[]]

export type ShortForm = {
  i?: string
  t?: string
  /** Profile and Region, where they are not today and us-east-1. */
  p?: string
  r?: string
  b?: BriefList
  /** Only beside `b`. */
  w?: AfterList
  q?: Prediction
  e?: OwnPart
  /** What the steps to try change, the number of the step in the place of the time. */
  c?: ShortStep[]
  s: number
  d: number
  n: ShortNode[]
  l: number[]
  /** Keys that links want, by their place in `l`. */
  f?: [link: number, keys: string][]
  a?: ShortStep[]
  /** Bookmarks. */
  m?: [at: number, name: string][]
  /** A second design: its title, then its nodes by their place, each with the id whose chance it draws. */
  g?: [title: string, ...nodes: [place: number, as: string][]]
}

export function toShortForm(scenario: Scenario): ShortForm {
  const { id, title, brief, seed, durationSeconds, nodes, links, interventions } = scenario
  const place = new Map(nodes.map((node, index) => [node.id, index]))
  const origin = id === undefined ? null : builtIn(id)
  const short: ShortForm = {
    s: seed,
    d: durationSeconds,
    n: nodes.map((node) => shortNode(node, whereOf(scenario))),
    l: links.flatMap((link) => [place.get(link.from) ?? -1, place.get(link.to) ?? -1]),
  }
  const filters = links.flatMap(({ keys }, index): [number, string][] => (keys === undefined ? [] : [[index, keys]]))
  if (filters.length > 0) short.f = filters
  if (id !== undefined) short.i = id
  if (scenario.profile !== undefined) short.p = scenario.profile
  if (scenario.region !== undefined) short.r = scenario.region
  // The words of a built-in scenario come from the library, unless they were changed.
  if (origin?.title !== title) short.t = title
  if (origin === null || !sameBrief(origin.brief, brief)) {
    short.b = briefList(brief)
    const after = afterList(brief)
    if (!isEmptyAfter(after)) short.w = after
    if (brief.predict !== undefined) short.q = brief.predict
    const own = ownPart(brief)
    if (own !== null) short.e = own
    const changes = brief.tryThis.flatMap((step, i) =>
      changesOf(step).map((change) => shortStep(scenario, stepAt(change, 0), i, place)),
    )
    if (changes.length > 0) short.c = changes
  }
  if (interventions.length > 0)
    short.a = interventions.map((step, index) =>
      shortStep(scenario, step, step.at - (interventions[index - 1]?.at ?? 0), place),
    )
  if (scenario.bookmarks !== undefined) short.m = scenario.bookmarks.map(({ at, name }) => [at, name])
  const { against } = scenario
  if (against !== undefined)
    short.g = [against.title, ...against.nodes.map(([own, as]): [number, string] => [place.get(own) ?? -1, as])]
  return short
}

function shortNode(node: ScenarioNode, where: Where): ShortNode {
  const changed = fieldsOf(node.kind).filter((field) => startValue(node, field) !== fieldIn(field, where).default)
  const frame: ShortNode = [
    KIND_LETTERS[node.kind],
    node.id,
    node.name === KIND_NAMES[node.kind] ? 0 : node.name,
    node.x,
    node.y,
  ]
  if (changed.length > 0) frame.push(Object.fromEntries(changed.map((field) => [field.short, startValue(node, field)])))
  return frame
}

function shortStep(
  scenario: Scenario,
  step: Intervention,
  wait: number,
  place: ReadonlyMap<string, number>,
): ShortStep {
  const node = place.get(step.node) ?? -1
  if (step.action === 'set') {
    const kind = scenario.nodes[node]?.kind
    const field = kind === undefined ? undefined : fieldOf(kind, step.field)
    return [wait, node, 's', field?.short ?? step.field, step.value]
  }
  if (step.action === 'goToRecord') return [wait, node, RECORD_LETTER, step.shard, step.record]
  if (step.action === 'goTo') return [wait, node, 'g', step.to]
  if (step.action === 'put') return [wait, node, PUT_LETTER, step.key, step.bytes]
  if ('worker' in step) return [wait, node, WORKER_LETTERS[step.action], step.worker]
  const ofStream = shortStreamStep(step)
  if (ofStream !== null) return [wait, node, ...ofStream]
  return [wait, node, BARE_LETTERS[step.action as keyof typeof BARE_LETTERS]]
}
