import { describe, expect, it } from 'vitest'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'

/** sfc32 as its author writes it, on plain unsigned numbers. */
function* plainSfc32(seed: Int32Array): Generator<number> {
  let [a, b, c, counter] = Array.from(seed, (word) => word >>> 0) as [number, number, number, number]
  const uint32 = (x: bigint): number => Number(x & 0xffffffffn)
  for (;;) {
    const result = uint32(BigInt(a) + BigInt(b) + BigInt(counter))
    counter = uint32(BigInt(counter) + 1n)
    a = (b ^ (b >>> 9)) >>> 0
    b = uint32(BigInt(c) + (BigInt(c) << 3n))
    c = uint32(((BigInt(c) << 21n) | (BigInt(c) >> 11n)) + BigInt(result))
    yield result
  }
}

function bitsSet(word: number): number {
  let count = 0
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}

describe('RandomStreams', () => {
  it('is sfc32', () => {
    const random = new RandomStreams(3)
    random.seed(1, 42, 'producer', 'arrivals')
    const plain = plainSfc32(random.words.slice(4, 8))
    for (let i = 0; i < 10_000; i++) expect(random.uint32(1)).toBe(plain.next().value)
  })

  it('starts where the stored numbers start', () => {
    const random = new RandomStreams(1)
    random.seed(0, 1, 'producer', 'arrivals')
    expect([0, 1, 2, 3].map(() => random.uint32(0))).toEqual([195_857_069, 3_273_731_107, 269_936_590, 3_374_384_469])
  })

  it('unit is uint32 over 2^32, never 1', () => {
    const random = new RandomStreams(2)
    random.seed(0, 5, 'n', 'p')
    random.seed(1, 5, 'n', 'p')
    for (let i = 0; i < 1_000; i++) expect(random.unit(0)).toBe(random.uint32(1) / 2 ** 32)
  })

  it('a stream draws the same whatever its number, its neighbours and their draws', () => {
    const alone = new RandomStreams(1)
    alone.seed(0, 7, 'queue', 'service')
    const among = new RandomStreams(9)
    for (let stream = 0; stream < 9; stream++) among.seed(stream, 7, `node-${stream}`, 'service')
    among.seed(4, 7, 'queue', 'service')
    for (let i = 0; i < 1_000; i++) {
      for (let stream = 0; stream < 9; stream++) if (stream !== 4) among.uint32(stream)
      expect(among.uint32(4)).toBe(alone.uint32(0))
    }
  })

  it('seed, node and purpose each make another stream, and their border counts', () => {
    const names: [number, string, string][] = [
      [1, 'ab', 'c'],
      [1, 'a', 'bc'],
      [1, 'abc', ''],
      [1, '', 'abc'],
      [2, 'ab', 'c'],
      [-1, 'ab', 'c'],
      [2 ** 32 + 1, 'ab', 'c'],
      [2 ** 40 + 1, 'ab', 'c'],
      [1, 'ab\u0000', 'c'],
      [1, 'äb', 'c'],
    ]
    const random = new RandomStreams(names.length)
    names.forEach(([seed, node, purpose], stream) => random.seed(stream, seed, node, purpose))
    const firsts = names.map((_, stream) => random.uint32(stream))
    expect(new Set(firsts).size).toBe(names.length)
  })

  it('refuses a seed that is no whole number', () => {
    const random = new RandomStreams(1)
    for (const seed of [0.5, NaN, Infinity, 2 ** 53]) expect(() => random.seed(0, seed, 'a', 'b')).toThrow(RangeError)
  })

  it('neighbouring seeds, nodes and purposes give states that differ in half of their bits', () => {
    const random = new RandomStreams(2)
    const differing = (a: [number, string, string], b: [number, string, string]): number => {
      random.seed(0, ...a)
      random.seed(1, ...b)
      let bits = 0
      for (let word = 0; word < 4; word++) bits += bitsSet(random.words[word]! ^ random.words[word + 4]!)
      return bits
    }
    let total = 0
    for (let i = 0; i < 1_000; i++) {
      const ways = [
        differing([i, 'producer', 'arrivals'], [i + 1, 'producer', 'arrivals']),
        differing([1, `producer-${i}`, 'arrivals'], [1, `producer-${i + 1}`, 'arrivals']),
        differing([1, 'producer', `worker ${i}`], [1, 'producer', `worker ${i + 1}`]),
      ]
      // 64 of 128 bits on average, standard deviation 5.7: 30 is six of them away.
      for (const bits of ways) {
        expect(bits).toBeGreaterThan(30)
        expect(bits).toBeLessThan(98)
        total += bits
      }
    }
    expect(total / 3_000).toBeGreaterThan(63)
    expect(total / 3_000).toBeLessThan(65)
  })

  it('never gives two of 100,000 nodes the same state', () => {
    const random = new RandomStreams(1)
    const states = new Set<string>()
    for (let i = 0; i < 100_000; i++) {
      random.seed(0, i & 7, `n${i >> 3}`, 'x')
      states.add(random.words.join())
    }
    expect(states.size).toBe(100_000)
  })

  it('streams are independent: every pair of top bits is equally frequent, within and across streams', () => {
    const draws = 160_000
    const random = new RandomStreams(2)
    random.seed(0, 3, 'a', 'x')
    random.seed(1, 3, 'b', 'x')
    const across = new Float64Array(256)
    const within = new Float64Array(256)
    let before = 0
    for (let i = 0; i < draws; i++) {
      const x = random.uint32(0) >>> 28
      const y = random.uint32(1) >>> 28
      across[x * 16 + y]! += 1
      within[x * 16 + before]! += 1
      before = x
    }
    for (const counts of [across, within]) {
      const mean = draws / 256
      const chiSquare = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
      // 255 degrees of freedom: mean 255, standard deviation 22.6.
      expect(chiSquare).toBeGreaterThan(255 - 5 * 22.6)
      expect(chiSquare).toBeLessThan(255 + 5 * 22.6)
    }
  })
})
