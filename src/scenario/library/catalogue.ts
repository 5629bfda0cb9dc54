import type { Scenario } from '../scenario.ts'
import { keepBuiltIn } from './loaded.ts'
import { oneShard } from './oneShard.ts'

/** The parts of the course, in order. */
export const CHAPTERS = ['Streams and their readers', 'Limits', 'Queues', 'Stream or queue'] as const

/** A built-in scenario, where it stands in the course, and how to get it. */
export type CatalogueEntry = { id: string; chapter: (typeof CHAPTERS)[number]; load: () => Promise<Scenario> }

/** All built-in scenarios in the order in which they build on one another. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { id: 'one-shard', chapter: 'Streams and their readers', load: async () => oneShard },
  {
    id: 'many-readers',
    chapter: 'Streams and their readers',
    load: () => import('./manyReaders.ts').then((file) => file.manyReaders),
  },
  {
    id: 'slow-reader',
    chapter: 'Streams and their readers',
    load: () => import('./slowReader.ts').then((file) => file.slowReader),
  },
  { id: 'two-shards', chapter: 'Limits', load: () => import('./twoShards.ts').then((file) => file.twoShards) },
  { id: 'taking-turns', chapter: 'Queues', load: () => import('./takingTurns.ts').then((file) => file.takingTurns) },
  {
    id: 'same-traffic',
    chapter: 'Stream or queue',
    load: () => import('./sameTraffic.ts').then((file) => file.sameTraffic),
  },
]

/** All of them, in order; from then on `builtIn` knows each. */
export async function loadCatalogue(): Promise<Scenario[]> {
  const all = await Promise.all(CATALOGUE.map((entry) => entry.load()))
  for (const scenario of all) keepBuiltIn(scenario)
  return all
}
