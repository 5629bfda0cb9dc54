import * as z from 'zod/mini'
import { BOUNDS } from '../bounds.ts'
import { BEATS } from './beats.ts'
import { HANDS_MAX, ROUNDS_MAX, ROWS_MAX } from './votes.ts'

// What the two windows of a presentation say to each other. Any page of this address can speak on the same channel: what comes is
// hostile until it has been parsed, and what is not of this shape is not there.

// Without this zod compiles its checks with `new Function`, which a strict content policy forbids.
z.config({ jitless: true })

const SENTENCE_MAX = 4_000
const WORDS_MAX = 200
const NOTES_MAX = 12

const words = z.string().check(z.maxLength(WORDS_MAX))
const sentence = z.string().check(z.maxLength(SENTENCE_MAX))
const beat = z.enum(BEATS)
/** Which presentation is meant: two of them may be open in one browser. */
const show = z.string().check(z.regex(/^[0-9a-z]{1,12}$/))
const row = z.int().check(z.gte(0), z.lt(ROWS_MAX))
const hands = z.int().check(z.gte(0), z.lte(HANDS_MAX))

const order = z.object({
  show,
  do: z.enum(['hello', 'next', 'back', 'dark', 'again', 'play', 'end', 'raise', 'lower']),
  row: z._default(row, 0),
})

const told = z.object({
  show,
  title: words,
  /** Where it stands in the lesson or the workshop. */
  place: words,
  minutes: z.nullable(z.number().check(z.gte(0), z.lte(BOUNDS.minutes))),
  beats: z.array(beat).check(z.maxLength(BEATS.length)),
  beat,
  /** What the next key does. */
  next: words,
  isDark: z.boolean(),
  isPlaying: z.boolean(),
  clock: words,
  notes: z.array(z.object({ head: words, text: sentence, beat: z.nullable(beat) })).check(z.maxLength(NOTES_MAX)),
  rows: z.array(sentence).check(z.maxLength(ROWS_MAX)),
  rounds: z.array(z.array(hands).check(z.maxLength(ROWS_MAX))).check(z.minLength(1), z.maxLength(ROUNDS_MAX)),
  /** The row that the run has answered with; -1 before that. */
  rightRow: z.int().check(z.gte(-1), z.lt(ROWS_MAX)),
})

/** From the presenter's window to the audience's. */
export type Order = z.infer<typeof order>
/** From the audience's window to the presenter's. */
export type Told = z.infer<typeof told>

/** Null for anything that is no order to this presentation. */
export const parseOrder = (data: unknown, of: string): Order | null => mine(order.safeParse(data).data, of)
export const parseTold = (data: unknown, of: string): Told | null => mine(told.safeParse(data).data, of)

const mine = <T extends { show: string }>(message: T | undefined, of: string): T | null =>
  message !== undefined && message.show === of ? message : null
