// MD5 as in RFC 1321: Kinesis routes by it (KIN1.11). It runs once for each distinct key, so plain rounds are enough.

/** Whole part of 2^32 |sin(i)| for i = 1 to 64. */
const CONSTANTS = new Uint32Array([
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8,
  0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
  0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87,
  0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
  0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039,
  0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
  0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb,
  0xeb86d391,
])
/** Left rotations: four for each of the four rounds. */
const ROTATIONS = new Uint8Array([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21])
const BLOCK_BYTES = 64
const LENGTH_BYTES = 8

/** MD5 of some bytes as four words, the most significant one first: read together they are the 128-bit number. */
export function md5(bytes: Uint8Array): Uint32Array {
  const block = new Int32Array(BLOCK_BYTES / 4)
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476])
  const blocks = ((bytes.length + LENGTH_BYTES) >> 6) + 1
  for (let b = 0; b < blocks; b++) {
    const start = b * BLOCK_BYTES
    block.fill(0)
    for (let i = start; i < start + BLOCK_BYTES && i <= bytes.length; i++) {
      const byte = i < bytes.length ? bytes[i]! : 0x80
      block[(i - start) >> 2]! |= byte << ((i & 3) << 3)
    }
    if (b === blocks - 1) {
      block[14] = bytes.length << 3
      block[15] = bytes.length >>> 29
    }
    mixBlock(state, block)
  }
  const words = new Uint32Array(state.length)
  for (let i = 0; i < words.length; i++) words[i] = bytesReversed(state[i]!)
  return words
}

function mixBlock(state: Int32Array, block: Int32Array): void {
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  for (let i = 0; i < 64; i++) {
    let mixed: number
    let word: number
    if (i < 16) {
      mixed = (b & c) | (~b & d)
      word = i
    } else if (i < 32) {
      mixed = (d & b) | (~d & c)
      word = 5 * i + 1
    } else if (i < 48) {
      mixed = b ^ c ^ d
      word = 3 * i + 5
    } else {
      mixed = c ^ (b | ~d)
      word = 7 * i
    }
    const sum = (a + mixed + CONSTANTS[i]! + block[word & 15]!) | 0
    const bits = ROTATIONS[((i >> 4) << 2) | (i & 3)]!
    a = d
    d = c
    c = b
    b = (b + ((sum << bits) | (sum >>> (32 - bits)))) | 0
  }
  state[0] = (state[0]! + a) | 0
  state[1] = (state[1]! + b) | 0
  state[2] = (state[2]! + c) | 0
  state[3] = (state[3]! + d) | 0
}

/** MD5 writes its words with the lowest byte first. */
function bytesReversed(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)
}
