import * as z from 'zod/mini'
import { BOUNDS } from '../bounds.ts'
import '../otherKinds.ts'
import { fieldsOf } from '../fields.ts'
import { NODE_KINDS } from '../kindNames.ts'
import { builtIn } from '../library/index.ts'
import type { NodeKind } from '../scenario.ts'
import { longBrief } from './briefList.ts'
import {
  BARE_LETTERS,
  KIND_LETTERS,
  PUT_LETTER,
  RECORD_LETTER,
  type ShortNode,
  type ShortStep,
  WORKER_LETTERS,
} from './shortForm.ts'
import { longStreamStep } from './streamSteps.ts'

// Back from the short form to a document of version 1, which `parseScenario` then judges. Here only the shape
// is looked at; what a letter or short name does not mean is left for the parser to list.

const value = z.union([z.number(), z.string()])
const kindOf = new Map(Object.entries(KIND_LETTERS).map(([kind, letter]) => [letter as string, kind as NodeKind]))
const bareActionOf = new Map(Object.entries(BARE_LETTERS).map(([action, letter]) => [letter as string, action]))
const workerActionOf = new Map(Object.entries(WORKER_LETTERS).map(([action, letter]) => [letter as string, action]))
const nameOf = new Map(
  NODE_KINDS.map((kind) => [kind as string, new Map(fieldsOf(kind).map((field) => [field.short, field.name]))]),
)

const step = z.tuple([z.number(), z.int(), z.string()], value)

const shortForm = z.object({
  i: z.optional(z.string()),
  t: z.optional(z.string()),
  p: z.optional(z.string()),
  r: z.optional(z.string()),
  b: z.optional(
    z.tuple([
      z.string(),
      z.string(),
      z.array(z.string()),
      z.union([z.string(), z.literal(0)]),
      z.nullable(z.number()),
      z.nullable(z.number()),
    ]),
  ),
  w: z.optional(z.tuple([z.string(), z.string(), z.string(), z.number(), z.array(z.string()), z.array(z.string())])),
  // The schema of the document reads it.
  q: z.optional(z.unknown()),
  e: z.optional(z.object({ n: z.optional(z.unknown()), g: z.optional(z.unknown()) })),
  c: z.optional(z.array(step).check(z.maxLength(BOUNDS.tryThis * BOUNDS.stepChanges))),
  s: z.number(),
  d: z.number(),
  n: z
    .array(
      z.tuple(
        [z.string(), z.string(), z.union([z.string(), z.literal(0)]), z.number(), z.number()],
        z.record(z.string(), value),
      ),
    )
    .check(z.maxLength(BOUNDS.nodes)),
  l: z.array(z.int()).check(z.maxLength(2 * BOUNDS.links)),
  f: z.optional(z.array(z.tuple([z.int(), z.string()])).check(z.maxLength(BOUNDS.links))),
  a: z.optional(z.array(step).check(z.maxLength(BOUNDS.interventions))),
  m: z.optional(z.array(z.tuple([z.number(), z.string()])).check(z.maxLength(BOUNDS.bookmarks))),
  g: z.optional(z.tuple([z.string()], z.tuple([z.int(), z.string()])).check(z.maxLength(BOUNDS.nodes + 1))),
})

type Long = { ok: true; document: Record<string, unknown> } | { ok: false; huge: boolean }

export function toLongForm(input: unknown): Long {
  const read = shortForm.safeParse(input)
  if (!read.success) return { ok: false, huge: read.error.issues.some((issue) => issue.code === 'too_big') }
  const { i, t, p, r, b, w, q, e, c = [], s, d, n, l, f = [], a = [], m, g } = read.data
  const keysOf = new Map(f)
  const origin = i === undefined ? null : builtIn(i)
  const nodes = n.map((node) => longNode(node as ShortNode))
  const ids = n.map((node) => node[1])
  const idAt = (index: number | undefined) => ids[index ?? -1] ?? `node-${index}`
  const document: Record<string, unknown> = { version: 1, seed: s, durationSeconds: d, nodes }
  if (i !== undefined) document['id'] = i
  const title = t ?? origin?.title
  if (title !== undefined) document['title'] = title
  if (p !== undefined) document['profile'] = p
  if (r !== undefined) document['region'] = r
  const kindAt = (index: number) => kindOf.get(n[index]?.[0] ?? '')
  const brief = b === undefined ? origin?.brief : longBrief(b, w, q, e)
  if (b !== undefined && brief !== undefined && c.length > 0)
    brief.tryThis = b[2].map((text, number) => {
      const own = (c as ShortStep[]).filter((change) => change[0] === number)
      const changes = own.map((change) => longStep(change, 0, idAt(change[1]), kindAt(change[1])))
      return changes.length === 0 ? text : { text, changes }
    })
  if (brief !== undefined) document['brief'] = brief
  document['links'] = l.flatMap((from, index) =>
    index % 2 === 0 ? [{ from: idAt(from), to: idAt(l[index + 1]), ...keysAt(keysOf, index / 2) }] : [],
  )
  if (m !== undefined) document['bookmarks'] = m.map(([at, name]) => ({ at, name }))
  if (g !== undefined) {
    const [own, ...there] = g
    document['against'] = { title: own, nodes: there.map(([place, as]) => [idAt(place), as]) }
  }
  let at = 0
  document['interventions'] = a.map((step) => {
    at += step[0]
    return longStep(step as ShortStep, at, idAt(step[1]), kindAt(step[1]))
  })
  return { ok: true, document }
}

function keysAt(keysOf: ReadonlyMap<number, string>, link: number): { keys?: string } {
  const keys = keysOf.get(link)
  return keys === undefined ? {} : { keys }
}

function longNode([letter, id, name, x, y, fields = {}]: ShortNode): Record<string, unknown> {
  const kind = kindOf.get(letter) ?? letter
  const names = nameOf.get(kind)
  const entries = Object.entries(fields).map(([short, own]): [string, unknown] => [names?.get(short) ?? short, own])
  // From entries, so that a field called __proto__ becomes a property like any other and is listed as not known.
  return { ...Object.fromEntries(entries), kind, id, x, y, ...(name === 0 ? {} : { name }) }
}

function longStep(
  [, , action, first, second]: ShortStep,
  at: number,
  node: string,
  kind: NodeKind | undefined,
): Record<string, unknown> {
  const field = typeof first === 'string' && kind !== undefined ? (nameOf.get(kind)?.get(first) ?? first) : first
  if (action === 's') return { at, node, action: 'set', field, value: second }
  if (action === 'g') return { at, node, action: 'goTo', to: first }
  if (action === RECORD_LETTER) return { at, node, action: 'goToRecord', shard: first, record: second }
  if (action === PUT_LETTER) return { at, node, action: 'put', key: first, bytes: second }
  const ofWorker = workerActionOf.get(action)
  if (ofWorker !== undefined) return { at, node, action: ofWorker, worker: first }
  const ofStream = longStreamStep(action, first, second)
  if (ofStream !== null) return { at, node, ...ofStream }
  return { at, node, action: bareActionOf.get(action) ?? action }
}
