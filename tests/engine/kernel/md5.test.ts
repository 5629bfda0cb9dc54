import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { md5 } from '../../../src/engine/kernel/md5.ts'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'

function hexOf(words: Uint32Array): string {
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('')
}

const SAMPLES = ['user-', '', 'AAPL', 'Zürich ', '東京/', '😀', 'x'.repeat(250), 'order:2026-11-23T00:00:00Z#']

describe('md5', () => {
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('gives the digest that RFC 1321 lists for %j', (text, digest) => {
    expect(hexOf(md5(new TextEncoder().encode(text)))).toBe(digest)
  })

  it('agrees with another implementation on 500 keys: ASCII, other scripts, long and numeric ones', () => {
    for (let i = 0; i < 500; i++) {
      const bytes = new TextEncoder().encode(`${SAMPLES[i % SAMPLES.length]}${i * 7_919}`)
      expect(hexOf(md5(bytes))).toBe(createHash('md5').update(bytes).digest('hex'))
    }
  })

  it('agrees on every length up to four blocks, with bytes of any value', () => {
    const random = new RandomStreams(1)
    random.seed(0, 1, 'md5', 'bytes')
    for (let length = 0; length <= 256; length++) {
      const bytes = Uint8Array.from({ length }, () => random.uint32(0) & 255)
      expect(hexOf(md5(bytes))).toBe(createHash('md5').update(bytes).digest('hex'))
    }
  })
})
