import * as z from 'zod/mini'
import { REGIONS } from '../aws/index.ts'
import { BOUNDS, RECORDS_MAX } from './bounds.ts'
import { brief } from './briefSchema.ts'
import { NODE_KINDS } from './kindNames.ts'
import { PROFILES } from './where.ts'

// The shape of a document before its meaning is looked at. Field values are not here: the table of fields
// knows their ranges, and `parseNodes.ts` asks it.

// Without this zod compiles its checks with `new Function`, which a strict content policy forbids.
z.config({ jitless: true })

const text = (length: number) => z.string().check(z.maxLength(length))
const place = z.number().check(z.gte(-BOUNDS.place), z.lte(BOUNDS.place))
const nodeId = text(BOUNDS.idLength)
const list = <T extends z.ZodMiniType>(item: T, length: number) => z.array(item).check(z.maxLength(length))

/** A whole microsecond of a run. */
const at = z.int().check(z.gte(0), z.lte(BOUNDS.durationSeconds * 1e6))

export const envelope = z.object({
  version: z.literal(1),
  id: z.optional(text(BOUNDS.idLength)),
  title: z._default(text(BOUNDS.titleLength), 'Untitled'),
  profile: z.optional(z.enum(PROFILES)),
  region: z.optional(z.enum(REGIONS)),
  brief: z._default(brief, { question: '', watchFor: '', tryThis: [] }),
  seed: z._default(z.int().check(z.gte(0), z.lte(BOUNDS.seed)), 1),
  durationSeconds: z._default(z.number().check(z.gte(1), z.lte(BOUNDS.durationSeconds)), 120),
  nodes: list(z.unknown(), BOUNDS.nodes),
  links: z._default(list(z.unknown(), BOUNDS.links), []),
  interventions: z._default(list(z.unknown(), BOUNDS.interventions), []),
  bookmarks: z.optional(list(z.object({ at, name: text(BOUNDS.nameLength) }), BOUNDS.bookmarks)),
  against: z.optional(
    z.object({ title: text(BOUNDS.titleLength), nodes: list(z.tuple([nodeId, nodeId]), BOUNDS.nodes) }),
  ),
})

export const nodeFrame = z.object({
  kind: z.enum(NODE_KINDS),
  id: nodeId,
  name: z.optional(text(BOUNDS.nameLength)),
  x: z._default(place, 0),
  y: z._default(place, 0),
})

export const link = z.object({ from: nodeId, to: nodeId, keys: z.optional(text(BOUNDS.keysLength)) })

const worker = z.int().check(z.gte(0), z.lte(63))
const shard = z.int().check(z.gte(0), z.lte(BOUNDS.shardsEver))
const secondsBack = z.number().check(z.gte(0), z.lte(8760 * 3600))

export const intervention = z.discriminatedUnion('action', [
  z.object({
    at,
    node: nodeId,
    action: z.literal('set'),
    field: text(BOUNDS.idLength),
    value: z.union([z.number(), text(10_000)]),
  }),
  z.object({
    at,
    node: nodeId,
    action: z.literal('goTo'),
    to: z.union([z.literal('TRIM_HORIZON'), z.literal('LATEST'), secondsBack]),
  }),
  z.object({
    at,
    node: nodeId,
    action: z.literal('goToRecord'),
    shard,
    record: z.int().check(z.gte(0), z.lte(RECORDS_MAX)),
  }),
  z.object({ at, node: nodeId, action: z.literal('crash'), worker }),
  z.object({ at, node: nodeId, action: z.literal('start'), worker }),
  z.object({ at, node: nodeId, action: z.literal('pause'), worker }),
  z.object({ at, node: nodeId, action: z.literal('resume'), worker }),
  z.object({ at, node: nodeId, action: z.literal('cutOff'), worker }),
  z.object({ at, node: nodeId, action: z.literal('reconnect'), worker }),
  z.object({ at, node: nodeId, action: z.literal('sendOne') }),
  z.object({
    at,
    node: nodeId,
    action: z.literal('put'),
    key: text(BOUNDS.nameLength),
    bytes: z.int().check(z.gte(1), z.lte(BOUNDS.putBytes)),
  }),
  z.object({ at, node: nodeId, action: z.literal('receiveOne') }),
  z.object({ at, node: nodeId, action: z.literal('deleteOne') }),
  z.object({ at, node: nodeId, action: z.literal('purge') }),
  z.object({ at, node: nodeId, action: z.literal('redrive') }),
  z.object({ at, node: nodeId, action: z.literal('splitShard'), shard, startingHashKey: z._default(text(39), '') }),
  z.object({ at, node: nodeId, action: z.literal('mergeShards'), shard, adjacent: shard }),
  z.object({
    at,
    node: nodeId,
    action: z.literal('updateShardCount'),
    target: z.int().check(z.gte(1), z.lte(BOUNDS.openShards)),
  }),
  z.object({ at, node: nodeId, action: z.literal('setRetention'), hours: z.number().check(z.gte(0), z.lte(100_000)) }),
])

/** Names of the properties that each shape knows; all else is dropped and listed. */
export const KNOWN = {
  envelope: Object.keys(envelope.def.shape),
  brief: Object.keys(brief.def.shape),
  nodeFrame: Object.keys(nodeFrame.def.shape),
  link: Object.keys(link.def.shape),
} as const
