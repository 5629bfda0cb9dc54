import { imul } from './detMath.ts'

const view = new DataView(new ArrayBuffer(8))

/** One step of a running 32-bit hash (the mixing of murmur3). */
export function mix(hash: number, word: number): number {
  let k = imul(word, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  k = imul(k, 0x1b873593)
  let h = hash ^ k
  h = (h << 13) | (h >>> 19)
  return (imul(h, 5) + 0xe6546b64) | 0
}

function finish(hash: number): number {
  let h = hash
  h ^= h >>> 16
  h = imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Two independent 32-bit hashes of the bits of all values: [high, low] of a 64-bit fingerprint. */
export function digestOf(values: Float64Array): [high: number, low: number] {
  let a = 0x9e3779b9 | 0
  let b = 0x7f4a7c15 | 0
  for (let i = 0; i < values.length; i++) {
    view.setFloat64(0, values[i]!)
    const high = view.getInt32(0)
    const low = view.getInt32(4)
    a = mix(mix(a, high), low)
    b = mix(mix(b, low ^ 0x5bd1e995), high)
  }
  return [finish(a ^ values.length), finish(b ^ values.length)]
}

/** A fingerprint as 16 hexadecimal digits. */
export function fingerprintText(high: number, low: number): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}
