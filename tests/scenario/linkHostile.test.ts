import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLink, encodeLink, NODE_KINDS } from '../../src/scenario/index.ts'
import { checkLetters } from '../../src/scenario/link/bytes.ts'
import { scenarios } from './arbitraries.ts'

/** A link around any text, as somebody who knows the form could make it. */
function forged(json: string, format = 1): string {
  const text = json + checkLetters(new TextEncoder().encode(json))
  return `#s=${format}.1.${deflateRawSync(text).toString('base64url')}`
}

async function answer(hash: string): Promise<string> {
  const result = await decodeLink(hash)
  return result.ok ? `opened, left out: ${result.dropped.join(' | ')}` : `${result.kind}: ${result.message}`
}

const DAMAGED = 'damaged: This link is damaged: part of it is missing or was changed.'
const short = (own: object) => JSON.stringify({ s: 1, d: 60, n: [['q', 'q', 0, 0, 0]], l: [], ...own })

describe('links that are not what they should be', () => {
  test.each([
    ['nothing behind the sign', '#s='],
    ['words', '#s=hello'],
    ['no data', '#s=1.1.'],
    ['letters that are not base64url', '#s=1.1.ab*cd'],
    ['an impossible length', '#s=1.1.abcde'],
    ['format 0', '#s=0.1.AAAA'],
    ['data that does not inflate', '#s=1.1.____'],
    ['no JSON', forged('hello')],
    ['JSON of another shape', forged('[1,2,3]')],
    ['null', forged('null')],
    ['a wrong check', `#s=1.1.${deflateRawSync(`${short({})}AAAA`).toString('base64url')}`],
    ['bytes that are no text', `#s=1.1.${deflateRawSync(Buffer.from([0xff, 0xfe, 0x41])).toString('base64url')}`],
  ])('%s: damaged', async (_, hash) => {
    expect(await answer(hash)).toBe(DAMAGED)
  })

  test('made by a newer page', async () => {
    expect(await answer('#s=2.7.whatever-comes-then')).toBe(
      'newer: This link has format 2; this page reads up to 1. Reload the page to get the newest one.',
    )
  })

  test('cut anywhere, or one letter changed: damaged, never another scenario', async () => {
    await fc.assert(
      fc.asyncProperty(
        scenarios,
        fc.nat(),
        fc.constantFrom(...'Ab9_-Zz0'),
        fc.boolean(),
        async (scenario, nat, letter, cut) => {
          const link = await encodeLink({ ...scenario, title: `${scenario.title}.` }, 1, 0)
          const data = link.slice(0, link.indexOf('&'))
          const first = '#s=1.1.'.length
          const at = first + (nat % (data.length - first))
          const changed = cut ? data.slice(0, at) : data.slice(0, at) + letter + data.slice(at + 1)
          if (changed === data) return
          const result = await decodeLink(changed)
          // The last letter may hold bits that mean nothing; then the link is whole.
          if (result.ok) expect(result.scenario.nodes).toEqual(scenario.nodes)
          else expect(result).toMatchObject({ kind: 'damaged' })
        },
      ),
      { numRuns: 200 },
    )
  })

  test('any text gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => typeof (await decodeLink(text)).ok === 'boolean'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.base64String({ maxLength: 300 }),
        async (text) => typeof (await decodeLink(`#s=1.1.${text.replaceAll('=', '')}`)).ok === 'boolean',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        async (value) => typeof (await decodeLink(forged(JSON.stringify(value)))).ok === 'boolean',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.webQueryParameters(),
        async (query) => typeof (await decodeLink(`#scenario=two-shards&${query}`)).ok === 'boolean',
      ),
    )
  })
})

describe('links that want to do harm', () => {
  const HUGE = 'hostile: This link holds far more than a scenario can; it was not opened.'

  test('a bomb: a hundred megabytes in a short link are not unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100_000_000), { level: 9 })
    // Broken at its end: who unpacked all of it would find it damaged, and not too large.
    bomb.fill(0xff, bomb.length - 1000)
    const link = `#s=1.1.${bomb.toString('base64url')}`
    expect(link.length).toBeLessThan(300_000)
    expect(await answer(link)).toBe(HUGE)
    const small = deflateRawSync(Buffer.alloc(10_000)).fill(0xff, 10)
    expect(await answer(`#s=1.1.${small.toString('base64url')}`)).toBe(DAMAGED)
  })

  test.each([
    ['65 nodes', short({ n: Array.from({ length: 65 }, (_, at) => ['q', `q${at}`, 0, 0, 0]) }), HUGE],
    ['501 steps', short({ a: Array(501).fill([0, 0, 'p']) }), HUGE],
    ['129 links', short({ l: Array(258).fill(0) }), HUGE],
    [
      'a name of 1,000 letters',
      short({ n: [['q', 'q', 'n'.repeat(1000), 0, 0]] }),
      'hostile: Node 1.name must be at most 60 characters.',
    ],
    ['a deep nest', `{"s":1,"d":60,"l":[],"n":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, DAMAGED],
    [
      'a rate without bound',
      short({ n: [['p', 'p', 0, 0, 0, { ra: 1e300 }]] }),
      'damaged: Node p: rate is 1e+300; it must lie between 0 records/s and 100,000 records/s.',
    ],
    [
      'a rate that is not finite',
      short({ n: [['p', 'p', 0, 0, 0, { ra: 0 }]] }).replace('"ra":0', '"ra":1e999'),
      DAMAGED,
    ],
    [
      'a million shards',
      short({ n: [['s', 's', 0, 0, 0, { sh: 1e6 }]] }),
      'damaged: Node s: shards is 1000000; it must lie between 1 shard and 64 shards.',
    ],
    ['a run of a thousand years', short({ d: 3e10 }), 'damaged: Scenario.durationSeconds must be at most 604800.'],
    [
      'a link to a node that is not there',
      short({ l: [0, 7] }),
      'opened, left out: Link from q to node-7: One end of the link does not exist.',
    ],
    [
      'an unknown kind',
      short({ n: [['x', 'q', 0, 0, 0]] }),
      `damaged: Node 1.kind must be one of ${NODE_KINDS.join(', ')}.`,
    ],
    ['a step at a negative time', short({ a: [[-5, 0, 'p']] }), 'damaged: Step 1.at must be at least 0.'],
    [
      'a node called __proto__',
      short({ n: [['q', '__proto__', 0, 0, 0]] }),
      'opened, left out: Node 1: __proto__ is not a name that a node can have',
    ],
    ['markup', short({ t: '<img src=x onerror=alert(1)>' }), 'opened, left out: '],
  ])('%s', async (_, json, expected) => {
    expect(await answer(forged(json))).toBe(expected)
  })

  test('fields called __proto__ or constructor reach no object', async () => {
    const fields = '{"__proto__":1,"constructor":2,"ra":3}'
    const result = await decodeLink(
      forged(`{"s":1,"d":60,"l":[],"__proto__":{"polluted":1},"n":[["p","p",0,0,0,${fields}]]}`),
    )
    expect(result.ok && result.scenario.nodes[0]).toMatchObject({ rate: 3 })
    expect(result.ok && Object.getPrototypeOf(result.scenario.nodes[0])).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect(result.ok && result.dropped).toContain('p: constructor is not known')
  })

  test('a link of a million letters is not looked at', async () => {
    expect(await answer(`#s=1.1.${'A'.repeat(1_000_000)}`)).toBe(
      'hostile: This link is far longer than any scenario; it was not opened.',
    )
  })

  test('ten thousand parameters are not looked at', async () => {
    expect(await answer(`#scenario=one-shard${'&rate=1'.repeat(10_000)}`)).toBe(HUGE)
  })
})
