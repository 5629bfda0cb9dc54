import { imul } from './detMath.ts'

export const WORDS_PER_STREAM = 4
/** After so many rounds every bit of the seed has reached every word. */
const WARM_UP_ROUNDS = 16
const FINISHING_STEPS = 8
const TWO_32 = 4_294_967_296
const TWO_MINUS_32 = 1 / TWO_32

/**
 * All random streams of a run: the generator sfc32 (Chris Doty-Humphrey's "small fast chaotic", passes PractRand),
 * four words a stream in one typed array. In closures the same generator is six times slower in Chromium, and an
 * array is what a snapshot copies.
 *
 * A stream belongs to one node and one purpose and is seeded by their names, so adding a node never changes what
 * another one draws.
 */
export class RandomStreams {
  /** The whole state: stream i in words 4i to 4i + 3. */
  words: Int32Array

  constructor(count: number) {
    this.words = new Int32Array(count * WORDS_PER_STREAM)
  }

  /** `seed` is any safe integer. RangeError for other numbers. */
  seed(stream: number, seed: number, nodeId: string, purpose: string): void {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed must be a whole number, not ${seed}`)
    const words = this.words.subarray(stream * WORDS_PER_STREAM, (stream + 1) * WORDS_PER_STREAM)
    words.fill(0)
    const low = seed | 0
    absorb(words, low)
    absorb(words, (seed - (low >>> 0)) / TWO_32)
    // The length first: ('ab', 'c') and ('a', 'bc') are different streams.
    absorbText(words, nodeId)
    absorbText(words, purpose)
    for (let step = 0; step < FINISHING_STEPS; step++) absorb(words, step)
    for (let round = 0; round < WARM_UP_ROUNDS; round++) this.uint32(stream)
  }

  /** Makes one more stream, seeded, and returns its number. Only where `words` is no part of a snapshot: it is moved. */
  add(seed: number, nodeId: string, purpose: string): number {
    const stream = this.words.length / WORDS_PER_STREAM
    const words = new Int32Array(this.words.length + WORDS_PER_STREAM)
    words.set(this.words)
    this.words = words
    this.seed(stream, seed, nodeId, purpose)
    return stream
  }

  /** 0 to 2^32 - 1. */
  uint32(stream: number): number {
    const words = this.words
    const at = stream << 2
    const b = words[at + 1]!
    const c = words[at + 2]!
    const counter = words[at + 3]!
    const result = (words[at]! + b + counter) | 0
    words[at] = b ^ (b >>> 9)
    words[at + 1] = (c + (c << 3)) | 0
    words[at + 2] = (((c << 21) | (c >>> 11)) + result) | 0
    words[at + 3] = (counter + 1) | 0
    return result >>> 0
  }

  /** 0 to below 1, with 32 bits. */
  unit(stream: number): number {
    return this.uint32(stream) * TWO_MINUS_32
  }
}

function absorbText(words: Int32Array, text: string): void {
  absorb(words, text.length)
  for (let i = 0; i < text.length; i++) absorb(words, text.charCodeAt(i))
}

/**
 * Mixes one word into a 128-bit state. Each line can be undone (xor, odd factor, rotation, sum), so two states
 * or two words never fall together; passing each word to the next spreads a bit over all four.
 */
function absorb(words: Int32Array, word: number): void {
  const a = (rotated(imul(words[0]! ^ word, 0x9e3779b1), 15) + words[1]!) | 0
  const b = (rotated(imul(words[1]! ^ a, 0x85ebca77), 13) + words[2]!) | 0
  const c = (rotated(imul(words[2]! ^ b, 0xc2b2ae3d), 17) + words[3]!) | 0
  const d = (rotated(imul(words[3]! ^ c, 0x27d4eb2f), 11) + 0x165667b1) | 0
  words[0] = a ^ (a >>> 15)
  words[1] = b ^ (b >>> 13)
  words[2] = c ^ (c >>> 16)
  words[3] = d ^ (d >>> 14)
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/** One step of a running 32-bit hash (the mixing of murmur3). */
export function mix(hash: number, word: number): number {
  let k = imul(word, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  k = imul(k, 0x1b873593)
  let h = hash ^ k
  h = (h << 13) | (h >>> 19)
  return (imul(h, 5) + 0xe6546b64) | 0
}

/** The last step of such a hash: every bit of it reaches every other. */
export function finishMixing(hash: number): number {
  let h = hash
  h ^= h >>> 16
  h = imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
