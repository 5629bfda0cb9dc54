import { describe, expect, test } from 'vitest'
import { matchesLevel } from '../../src/engine/sns/filter/matchFilter.ts'
import { FilterPolicyError, parseFilterPolicy } from '../../src/engine/sns/filter/parseFilterPolicy.ts'

const LIMITS = { keys: 5, combinations: 150, policyBytes: 262_144 }

const read = (policy: unknown, scope: 'MessageAttributes' | 'MessageBody' = 'MessageBody') =>
  parseFilterPolicy(JSON.stringify(policy), scope, LIMITS)
const passes = (policy: unknown, subject: Record<string, unknown>) => matchesLevel(read(policy), [subject])

describe('SNS.08 a policy lets a message through', () => {
  const cases: [policy: unknown, through: Record<string, unknown>[], back: Record<string, unknown>[]][] = [
    [{ store: ['rome', 'oslo'] }, [{ store: 'rome' }, { store: ['paris', 'oslo'] }], [{ store: 'Rome' }, {}]],
    [{ price: [100] }, [{ price: 100 }], [{ price: '100' }, { price: 101 }]],
    [{ isNew: [true], old: [null] }, [{ isNew: true, old: null }], [{ isNew: true }, { isNew: 'true', old: null }]],
    [{ store: [{ prefix: 'ro' }] }, [{ store: 'rome' }], [{ store: 'oslo' }, { store: 7 }]],
    [{ file: [{ suffix: '.png' }] }, [{ file: 'a.png' }], [{ file: 'a.jpg' }]],
    [{ store: [{ 'equals-ignore-case': 'ROME' }] }, [{ store: 'Rome' }], [{ store: 'Romes' }]],
    [
      { store: [{ 'anything-but': ['rome'] }] },
      [{ store: 'oslo' }, { store: ['rome', 'oslo'] }],
      [{ store: 'rome' }, {}],
    ],
    [{ store: [{ 'anything-but': 7 }] }, [{ store: 8 }], [{ store: 7 }]],
    [{ store: [{ 'anything-but': { prefix: 'ro' } }] }, [{ store: 'oslo' }], [{ store: 'rome' }]],
    [{ store: [{ 'anything-but': { suffix: 'me' } }] }, [{ store: 'oslo' }], [{ store: 'rome' }]],
    [{ n: [{ numeric: ['=', 301.5] }] }, [{ n: 301.5 }, { n: 3.015e2 }], [{ n: 301 }, { n: '301.5' }]],
    [{ n: [{ numeric: ['>', 0, '<=', 150] }] }, [{ n: 150 }, { n: 0.1 }], [{ n: 0 }, { n: 150.1 }]],
    [{ n: [{ numeric: ['<', 0] }, 5] }, [{ n: -1 }, { n: 5 }], [{ n: 0 }]],
    [{ n: [{ numeric: ['>=', 2] }] }, [{ n: 2 }], [{ n: 1.9 }]],
    [{ store: [{ exists: true }] }, [{ store: 'rome' }, { store: null }], [{}]],
    [{ store: [{ exists: false }] }, [{}], [{ store: 'rome' }]],
    [{ store: [{ exists: false }, { 'anything-but': 'rome' }] }, [{}, { store: 'oslo' }], [{ store: 'rome' }]],
    [{ a: ['1'], b: ['2'] }, [{ a: '1', b: '2', c: '3' }], [{ a: '1' }, { b: '2' }]],
    [
      { $or: [{ a: ['1'] }, { b: ['2'] }], c: ['3'] },
      [
        { a: '1', c: '3' },
        { b: '2', c: '3' },
      ],
      [{ a: '1' }, { c: '3' }],
    ],
    [{ $or: ['x'] }, [{ $or: 'x' }], [{ $or: 'y' }]],
    [{ order: { city: ['rome'] } }, [{ order: { city: 'rome' } }], [{ order: 'rome' }, { city: 'rome' }, {}]],
    [
      { order: { lines: { sku: ['a'] } } },
      [{ order: { lines: [{ sku: 'b' }, { sku: 'a' }] } }],
      [{ order: { lines: [] } }],
    ],
    [{ order: { city: [{ exists: false }] } }, [{}, { order: { street: 'x' } }], [{ order: { city: 'rome' } }]],
  ]
  test.each(cases)('%j', (policy, through, back) => {
    for (const subject of through) expect([subject, passes(policy, subject)]).toEqual([subject, true])
    for (const subject of back) expect([subject, passes(policy, subject)]).toEqual([subject, false])
  })
})

describe('SNS.08 a policy is refused', () => {
  test.each<[string, unknown]>([
    ['no list', { a: 'x' }],
    ['an empty list', { a: [] }],
    ['a list in a list', { a: [['x']] }],
    ['two operators', { a: [{ prefix: 'x', suffix: 'y' }] }],
    ['an unknown operator', { a: [{ like: 'x' }] }],
    ['a prefix that is no text', { a: [{ prefix: 1 }] }],
    ['exists that is no flag', { a: [{ exists: 'true' }] }],
    ['a numeric without a number', { a: [{ numeric: ['<', 'x'] }] }],
    ['a numeric range upside down', { a: [{ numeric: ['>', 2, '<', 1] }] }],
    ['a numeric range of two lower bounds', { a: [{ numeric: ['>', 1, '>', 2] }] }],
    ['anything-but with a pattern it does not know', { a: [{ 'anything-but': { like: 'x' } }] }],
    ['more than 5 keys', Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, ['x']]))],
    ['more than 5 keys, nested', { a: { b: ['x'], c: ['x'], d: ['x'] }, e: ['x'], f: { g: ['x'], h: ['x'] } }],
    ['more than 150 combinations', { a: Array.from({ length: 16 }, String), b: Array.from({ length: 10 }, String) }],
    ['151 values', { a: Array.from({ length: 151 }, String) }],
  ])('with %s', (_, policy) => {
    expect(() => read(policy)).toThrow(FilterPolicyError)
  })

  test('that is no JSON object', () => {
    for (const text of ['', '[', '[]', '"x"', 'null'])
      expect(() => parseFilterPolicy(text, 'MessageBody', LIMITS)).toThrow(FilterPolicyError)
  })

  test('on attributes when it is nested', () => {
    expect(() => read({ a: { b: ['x'] } }, 'MessageAttributes')).toThrow(FilterPolicyError)
    expect(() => read({ a: { b: ['x'] } }, 'MessageBody')).not.toThrow()
  })

  test('and one of 150 combinations is not: 4 values three deep times 3 values two deep are 72', () => {
    const four = { key_a: { key_b: { key_c: ['1', '2', '3', '4'] } } }
    const three = { key_d: { key_e: ['1', '2', '3'] } }
    expect(() =>
      parseFilterPolicy(JSON.stringify({ ...four, ...three }), 'MessageBody', { ...LIMITS, combinations: 72 }),
    ).not.toThrow()
    expect(() =>
      parseFilterPolicy(JSON.stringify({ ...four, ...three }), 'MessageBody', { ...LIMITS, combinations: 71 }),
    ).toThrow()
    expect(() => read({ a: Array.from({ length: 15 }, String), b: Array.from({ length: 10 }, String) })).not.toThrow()
  })
})
