import { min, trunc } from './detMath.ts'
import {
  SHA256_BACK,
  SHA256_BLOCK_WORDS,
  SHA256_ROUNDS,
  SHA256_SCHEDULE_0,
  SHA256_SCHEDULE_1,
  SHA256_STATE_WORDS,
  SHA256_SUM_0,
  SHA256_SUM_1,
  WORD_BITS,
  WORD_BYTES,
  WORD_VALUES,
} from './units.ts'

// SHA-256 as in FIPS 180-4: content-based deduplication compares it (FIFO.13). It runs once for each body sent.

// Names of this file for what its loops read: a look through an import at every step costs as much as the step.
const BLOCK_WORDS = SHA256_BLOCK_WORDS
const ROUNDS = SHA256_ROUNDS
const BITS = WORD_BITS
const BYTES = WORD_BYTES
const LAST_BYTE = WORD_BYTES - 1
const BACK = SHA256_BACK
const S0 = SHA256_SCHEDULE_0
const S1 = SHA256_SCHEDULE_1
const SUM0 = SHA256_SUM_0
const SUM1 = SHA256_SUM_1

const BYTE_BITS = WORD_BITS / WORD_BYTES
const BYTE_MASK = (1 << BYTE_BITS) - 1
const BLOCK_BYTES = SHA256_BLOCK_WORDS * WORD_BYTES
/** Behind the text stand a single one bit and, at the end of the last block, the length. */
const END_BIT = 1 << (BYTE_BITS - 1)
const LENGTH_BYTES = 2 * WORD_BYTES

type Constants = { initial: Int32Array; rounds: Int32Array }

/** Made when the first body is hashed: a page that hashes none need not wait for them. */
let constants: Constants | undefined

/** SHA-256 of some bytes: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  constants ??= deriveConstants()
  const state = constants.initial.slice()
  const words = new Int32Array(ROUNDS)
  const blocks = trunc((bytes.length + LENGTH_BYTES) / BLOCK_BYTES) + 1
  for (let b = 0; b < blocks; b++) {
    readBlock(words, bytes, b * BLOCK_BYTES)
    if (b === blocks - 1) {
      const bits = bytes.length * BYTE_BITS
      words[BLOCK_WORDS - 2] = trunc(bits / WORD_VALUES)
      words[BLOCK_WORDS - 1] = bits % WORD_VALUES
    }
    mixBlock(state, words, constants.rounds)
  }
  const hash = new Uint8Array(state.length * WORD_BYTES)
  for (let i = 0; i < hash.length; i++) hash[i] = state[wordOf(i)]! >>> shiftOf(i)
  return hash
}

/** SHA-256 as 64 hexadecimal digits. */
export function sha256Text(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => (byte + BYTE_MASK + 1).toString(2 * BYTE_BITS).slice(1)).join('')
}

/** Where byte `i` stands in its word, the first byte highest. */
function shiftOf(i: number): number {
  return (~i & LAST_BYTE) * BYTE_BITS
}

function wordOf(i: number): number {
  return (i / BYTES) | 0
}

function readBlock(words: Int32Array, bytes: Uint8Array, start: number): void {
  words.fill(0, 0, BLOCK_WORDS)
  const end = min(start + BLOCK_BYTES, bytes.length)
  for (let i = start; i < end; i++) words[wordOf(i - start)]! |= bytes[i]! << shiftOf(i)
  if (end < start + BLOCK_BYTES && end >= start) words[wordOf(end - start)]! |= END_BIT << shiftOf(end)
}

function mixBlock(state: Int32Array, words: Int32Array, rounds: Int32Array): void {
  for (let i = BLOCK_WORDS; i < ROUNDS; i++) {
    const old = words[i - BACK.old]!
    const young = words[i - BACK.young]!
    const s0 = turned(old, S0.first) ^ turned(old, S0.second) ^ (old >>> S0.lost)
    const s1 = turned(young, S1.first) ^ turned(young, S1.second) ^ (young >>> S1.lost)
    words[i] = words[i - BACK.oldest]! + s0 + words[i - BACK.middle]! + s1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as EightWords
  for (let i = 0; i < ROUNDS; i++) {
    const chosen = (e & f) ^ (~e & g)
    const sum1 = turned(e, SUM1.first) ^ turned(e, SUM1.second) ^ turned(e, SUM1.third)
    const first = (h + sum1 + chosen + rounds[i]! + words[i]!) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const sum0 = turned(a, SUM0.first) ^ turned(a, SUM0.second) ^ turned(a, SUM0.third)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + sum0 + majority) | 0
  }
  const mixed: EightWords = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < state.length; i++) state[i] = state[i]! + mixed[i]!
}

type EightWords = [number, number, number, number, number, number, number, number]

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (BITS - bits))
}

/** The first 32 bits behind the point of the square roots and the cube roots of the first primes. */
function deriveConstants(): Constants {
  const firstPrimes = primes(ROUNDS)
  return {
    initial: Int32Array.from(firstPrimes.slice(0, SHA256_STATE_WORDS), (prime) => rootFraction(prime, 2)),
    rounds: Int32Array.from(firstPrimes, (prime) => rootFraction(prime, 2 + 1)),
  }
}

/** First 32 bits behind the point of the `degree`-th root of a whole number. */
function rootFraction(n: number, degree: number): number {
  const scaled = BigInt(n) << BigInt(degree * WORD_BITS)
  let root = 0n
  for (let bit = 1n << BigInt(2 * WORD_BITS); bit > 0n; bit >>= 1n) {
    const candidate = root | bit
    let power = 1n
    for (let i = 0; i < degree; i++) power *= candidate
    if (power <= scaled) root = candidate
  }
  return Number(BigInt.asIntN(WORD_BITS, root))
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
