import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeUtf8 } from '../../../src/engine/kernel/utf8.ts'

const reference = new TextEncoder()

it.each([
  ['', 'nothing'],
  ['user-1', 'ASCII'],
  ['\u0000\u007f\u0080\u07ff\u0800\uffff', 'the borders of one, two and three bytes'],
  ['Zürich Øresund Ελλάδα 東京', 'letters of other scripts'],
  ['😀\u{10000}\u{10ffff}', 'four bytes'],
  ['\ud800', 'a high surrogate alone'],
  ['\udc00x', 'a low surrogate alone'],
  ['\udc00\ud800', 'a pair in the wrong order'],
  ['\ud800\ud800\udc00\ud800z', 'a pair among lone ones'],
])('encodes %j (%s) as the web does', (text) => {
  expect(encodeUtf8(text)).toEqual(new Uint8Array(reference.encode(text)))
})

it('encodes any text as the web does, broken surrogates included', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7f0, max: 0xe00f }))
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
      const text = String.fromCharCode(...units)
      expect([...encodeUtf8(text)]).toEqual([...reference.encode(text)])
    }),
    { numRuns: 3_000, verbose: 1 },
  )
})
