import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'
import { sha256, sha256Text } from '../../../src/engine/kernel/sha256.ts'

const encoded = (text: string) => new TextEncoder().encode(text)

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the digest that FIPS 180 lists for %j', (text, digest) => {
    expect(sha256Text(encoded(text))).toBe(digest)
    expect(sha256(encoded(text)).length).toBe(32)
  })

  it('agrees with another implementation on every length up to four blocks, with bytes of any value', () => {
    const random = new RandomStreams(1)
    random.seed(0, 1, 'sha256', 'bytes')
    for (let length = 0; length <= 256; length++) {
      const bytes = Uint8Array.from({ length }, () => random.uint32(0) & 255)
      expect(sha256Text(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('agrees on the largest message', () => {
    const bytes = new Uint8Array(1_048_576).fill(97)
    expect(sha256Text(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})
