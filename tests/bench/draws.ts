// Chance for the hand-written loop and the library peers: the same streams in all of them, so that
// they differ in their event machinery alone. Written apart from the engine's own, which makes the
// loop's counts an independent check of it.

/** State of stream i lies in words 4i to 4i + 3: in closures the same generator is six times slower in Chromium. */
export type Streams = Int32Array

export function createStreams(count: number, seed: number): Streams {
  const streams = new Int32Array(4 * count)
  for (let stream = 0; stream < count; stream++) {
    streams[4 * stream] = seed
    streams[4 * stream + 1] = stream
    streams[4 * stream + 2] = 0x9e3779b9
    streams[4 * stream + 3] = 1
    for (let warmUp = 0; warmUp < 16; warmUp++) nextUint32(streams, stream)
  }
  return streams
}

/** sfc32. 0 to 2^32 - 1. */
export function nextUint32(streams: Streams, stream: number): number {
  const at = stream << 2
  const b = streams[at + 1]!
  const c = streams[at + 2]!
  const d = streams[at + 3]!
  const result = (streams[at]! + b + d) | 0
  streams[at] = b ^ (b >>> 9)
  streams[at + 1] = (c + (c << 3)) | 0
  streams[at + 2] = (((c << 21) | (c >>> 11)) + result) | 0
  streams[at + 3] = (d + 1) | 0
  return result >>> 0
}

/** 0 to below 1. */
export function nextUnit(streams: Streams, stream: number): number {
  return nextUint32(streams, stream) * 2 ** -32
}

/** Exponential with this mean, rounded to whole microseconds. */
export function nextExponentialMicros(streams: Streams, stream: number, mean: number): number {
  return (mean * minusLog(nextUint32(streams, stream)) + 0.5) | 0
}

const NEGATIVE_POWERS = Float64Array.from({ length: 34 }, (_, exponent) => 2 ** -exponent)
const { LN2 } = Math

/**
 * -ln((bits + 1) / 2^32) for 32 random bits: fdlibm's polynomial after a normalisation by
 * `Math.clz32`, which needs no look at the bits of a float and no branch that chance decides.
 */
export function minusLog(bits: number): number {
  const x = (bits + 1) | 0
  if (x === 0) return 0
  const zeros = Math.clz32(x)
  // 1 when the mantissa is above the root of two: then it is halved, into 0.71 to 1.41.
  const halve = (((x << zeros) >>> 1) + 628_983_398) >>> 31
  const exponent = 31 - zeros + halve
  const f = (x >>> 0) * NEGATIVE_POWERS[exponent]! - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return (32 - exponent) * LN2 - (f - (half - s * (half + even + odd)))
}
