// Outputs of the engine's own functions, bit for bit. Nothing here belongs to Node, so that the same
// check runs inside a page. `vectors.json` is `computeMathVectors()`; it changes only with the engine number.
import { exp, log, logOfUint32, pow, sin } from '../../../src/engine/kernel/detMath.ts'

/** First cases as `input … output` in hexadecimal bits, and the hash of the bits of all inputs and outputs. */
export type MathVector = { first: string[]; hash: string }

const CASES = 200_000
const FIRST_CASES = 256
const UINT32 = 4_294_967_296

type Subject = {
  edges: readonly (readonly number[])[]
  inputs(i: number): number[]
  output(x: number, y: number): number
}

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

/** 32 well mixed bits of an index. */
function mixed(index: number): number {
  let word = Math.imul(index + 1, 0x9e3779b1)
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}

/** 0 to below 1, with 52 bits. */
function unit(index: number): number {
  return (mixed(2 * index) + (mixed(2 * index + 1) >>> 12) / 1_048_576) / UINT32
}

/** Any positive finite double, every exponent as likely as the others. */
function anyPositive(index: number): number {
  words[0] = mixed(2 * index)
  words[1] = mixed(2 * index + 1) % 0x7ff00000
  return float[0]!
}

const SUBJECTS: Record<string, Subject> = {
  log: {
    edges: [
      1,
      2,
      0.5,
      Math.SQRT2,
      Math.SQRT1_2,
      10,
      1 - 2 ** -53,
      1 + 2 ** -52,
      5e-324,
      2 ** -1022,
      2 ** -1022 - 5e-324,
      Number.MAX_VALUE,
    ].map((x) => [x]),
    inputs: (i) => [i % 2 === 0 ? anyPositive(i) : unit(i) * 4 + 5e-324],
    output: (x) => log(x),
  },
  logOfUint32: {
    edges: [
      0,
      1,
      2,
      3,
      7,
      8,
      2 ** 31 - 2,
      2 ** 31 - 1,
      2 ** 31,
      2 ** 32 - 2,
      2 ** 32 - 1,
      3_037_000_498,
      3_037_000_499,
    ].map((x) => [x]),
    inputs: (i) => [i % 4 === 0 ? mixed(i) >>> (i % 31) : mixed(i)],
    output: (x) => logOfUint32(x),
  },
  exp: {
    edges: [
      0,
      1,
      -1,
      Math.LN2,
      Math.LN2 / 2,
      709.782712893384,
      709.782712893385,
      -708.3964185322641,
      -708.3964185322642,
      -745.1332191019411,
      -745.1332191019412,
      -746,
      5e-324,
    ].map((x) => [x]),
    inputs: (i) => [i % 2 === 0 ? unit(i) * 1455 - 745 : unit(i) * 4 - 2],
    output: (x) => exp(x),
  },
  sin: {
    edges: [0, 1e-9, 0.5, Math.PI / 4, Math.PI / 2, Math.PI, 2 * Math.PI, 355, 710, 1e6, -1e6, 5e-324].map((x) => [x]),
    inputs: (i) => [i % 2 === 0 ? unit(i) * 2e6 - 1e6 : unit(i) * 14 - 7],
    output: (x) => sin(x),
  },
  pow: {
    edges: [
      [1, -1],
      [10, 0],
      [2, -1074],
      [1e6, -1.07],
    ],
    inputs: (i) => [1 + (mixed(i) % 1_000_000), unit(i) * 6 - 3],
    output: (x, y) => pow(x, y),
  },
}

function hexBits(x: number): string {
  float[0] = x
  return hex(words[1]!) + hex(words[0]!)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

function computeVector({ edges, inputs, output }: Subject): MathVector {
  const first: string[] = []
  let a = 0x2545f491
  let b = 0x6c078965
  const absorb = (x: number): void => {
    float[0] = x
    for (const word of words) {
      a = Math.imul(a ^ word, 0x9e3779b1)
      a = ((a << 15) | (a >>> 17)) + b
      b = Math.imul(b ^ a, 0x85ebca77)
      b ^= b >>> 13
    }
  }
  for (let i = 0; i < CASES; i++) {
    const given = edges[i] ?? inputs(i)
    const result = output(given[0]!, given[1] ?? 0)
    for (const x of given) absorb(x)
    absorb(result)
    if (i < FIRST_CASES) first.push([...given, result].map(hexBits).join(' '))
  }
  return { first, hash: hex(a) + hex(b) }
}

export function computeMathVectors(): Record<string, MathVector> {
  return Object.fromEntries(Object.entries(SUBJECTS).map(([name, subject]) => [name, computeVector(subject)]))
}

/** Hash of 200,000 outputs of each function: equal in every engine of JavaScript, or a run is not the same everywhere. */
export function computeMathHashes(): Record<string, string> {
  return Object.fromEntries(Object.entries(computeMathVectors()).map(([name, { hash }]) => [name, hash]))
}
