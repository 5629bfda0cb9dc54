import type { Lesson } from './lesson.ts'

/** What the gallery shows of a lesson before it is loaded. `steps` is held to the lesson by a test. */
export type LessonEntry = {
  id: string
  title: string
  about: string
  minutes: number
  steps: number
  load: () => Promise<Lesson>
}

/** All lessons, in order. Their texts load with the lesson. */
export const LESSONS: readonly LessonEntry[] = [
  {
    id: 'keys',
    title: 'Streams, shards and keys',
    about: 'What a shard can take, who chooses it, and why more shards do not help one key.',
    minutes: 25,
    steps: 12,
    load: () => import('./shardsAndKeys.ts').then((file) => file.shardsAndKeys),
  },
  {
    id: 'consumers',
    title: 'Two consumers: one queue, one stream',
    about: 'Taking turns, places of one’s own, replay, and what is there for the one who comes late.',
    minutes: 25,
    steps: 12,
    load: () => import('./queueAndStream.ts').then((file) => file.queueAndStream),
  },
  {
    id: 'order',
    title: 'Order',
    about: 'One line, several, a bag, lanes; how order is lost on the way, and what it costs to keep it.',
    minutes: 20,
    steps: 10,
    load: () => import('./keepingOrder.ts').then((file) => file.keepingOrder),
  },
  {
    id: 'slow',
    title: 'When consumers are slow',
    about: 'Where pressure goes and where it ends, falling behind, catching up, and loss.',
    minutes: 25,
    steps: 11,
    load: () => import('./slowConsumers.ts').then((file) => file.slowConsumers),
  },
]
