import { describe, expect, test } from 'vitest'
import { DEFAULT_REGION, type LimitId, limitFor, priceFor, REGIONS } from '../../src/aws/index.ts'
import { LEDGER } from '../../src/aws/ledger.ts'
import { EVERY_LIMIT } from '../../src/aws/otherLimits.ts'

const today = { profile: 'today', region: DEFAULT_REGION } as const
const article = { profile: 'article', region: DEFAULT_REGION } as const
const inRegion = (region: string) => ({ profile: 'today', region }) as const

describe('a limit for a profile and a Region', () => {
  test('is its row, where neither makes a difference', () => {
    for (const id of Object.keys(EVERY_LIMIT) as LimitId[]) {
      const { value, unit, allowed } = EVERY_LIMIT[id]
      expect(limitFor(id, today), id).toEqual({ ok: true, value, unit, ...(allowed && { allowed }) })
    }
  })

  test('FIFO.04 has five tiers of Regions', () => {
    const values = REGIONS.map((region) => [region, limitFor('FIFO.04', inRegion(region))] as const)
    const most = (value: number) =>
      values.flatMap(([region, found]) => (found.ok && found.value === value ? [region] : []))
    expect(most(70_000)).toEqual(['us-east-1', 'us-west-2', 'eu-west-1'])
    expect(most(19_000)).toEqual(['us-east-2', 'eu-central-1'])
    expect(most(9000)).toEqual(['ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1'])
    expect(most(4500)).toEqual(['eu-west-2', 'sa-east-1'])
    expect(most(2400)).toHaveLength(REGIONS.length - 11)
    expect(limitFor('FIFO.04.messages', inRegion('eu-west-2'))).toMatchObject({ value: 45_000 })
  })

  test.each([
    ['SNS.03', 'us-east-1', 30_000],
    ['SNS.03', 'eu-west-1', 9000],
    ['SNS.03', 'us-east-2', 1500],
    ['SNS.03', 'eu-north-1', 300],
    ['SNS.03.fifo', 'us-east-2', 3000],
    ['SNS.03.fifo', 'eu-north-1', 3000],
    ['KIN5.03', 'us-west-2', 10_737_418_240],
    ['KIN5.03', 'eu-north-1', 209_715_200],
    ['KIN5.03.read', 'eu-north-1', 419_430_400],
    ['KIN4.07', 'us-west-2', 20_000],
  ] as const)('%s in %s is %d', (id, region, value) => {
    expect(limitFor(id, inRegion(region))).toMatchObject({ ok: true, value })
  })

  test('KIN4.07 has no value where AWS gives 1,000 or 6,000, and none is taken from elsewhere', () => {
    expect(limitFor('KIN4.07', inRegion('eu-north-1'))).toEqual({
      ok: false,
      message: 'The ledger has no value of KIN4.07 for Region eu-north-1.',
    })
  })

  test('a Region that the ledger does not know is said so, for every row', () => {
    for (const id of Object.keys(EVERY_LIMIT) as LimitId[])
      expect(limitFor(id, inRegion('mars-north-1')).ok, id).toBe(false)
    expect(limitFor('SQS.05', inRegion('toString'))).toMatchObject({ ok: false })
  })

  test.each([
    ['SQS.03', 262_144],
    ['FIFO.17', 20_000],
    ['FIFO.01', 300],
    ['FIFO.01.messages', 3000],
    ['KIN1.01', 1_048_576],
    ['KIN1.02', 1000],
    ['KIN2.02', 2_097_152],
  ] as const)('%s in profile article is %d', (id, value) => {
    expect(limitFor(id, article)).toMatchObject({ ok: true, value })
  })

  test('KIN1.04 in profile article leaves no choice', () => {
    expect(limitFor('KIN1.04', article)).toEqual({ ok: true, value: 1_048_576, unit: 'B' })
  })

  test('profile article lacks what its table names', () => {
    const absent = Object.values(LEDGER).flatMap(({ id, article: own }) =>
      own === 'absent' ? [id.split('.', 2).join('.')] : [],
    )
    expect([...new Set(absent)]).toEqual(
      [
        'KIN1.03 KIN1.05 KIN1.14 KIN2.15 KIN3.01 KIN3.02 KIN3.03 KIN3.04 KIN3.05 KIN3.07 KIN6.02 KIN6.03 KIN6.04 KIN5.02',
      ]
        .concat('KIN5.03 KIN5.04 KIN5.05 KIN5.06 KIN5.07 KIN5.08 KIN5.09 KIN5.10 SQS.21 SQS.22 SQS.24 FIFO.04 FIFO.05')
        .concat('SNS.09 P.04 P.07 P.08 P.12')
        .flatMap((line) => line.split(' ')),
    )
    expect(limitFor('FIFO.04', article)).toEqual({
      ok: false,
      message: 'Profile article has no FIFO.04: it came later, or the article does not know it.',
    })
  })
})

describe('a price', () => {
  test('P.01 to P.07 hold in us-east-1 and us-east-2, all others in us-east-1 alone', () => {
    for (const id of ['P.01', 'P.02', 'P.04', 'P.05', 'P.06', 'P.07'] as const)
      expect(priceFor(id, inRegion('us-east-2')), id).toEqual(priceFor(id, today))
    for (const id of ['P.03', 'P.08', 'P.09', 'P.10', 'P.13', 'P.14'] as const)
      expect(priceFor(id, inRegion('us-east-2')).ok, id).toBe(false)
    expect(priceFor('P.01', inRegion('eu-west-1'))).toEqual({
      ok: false,
      message: 'The ledger has no value of P.01 for Region eu-west-1.',
    })
  })

  test('P.02 counts units of 25 KB in every Region', () => {
    expect(priceFor('P.02.unit', inRegion('eu-west-1'))).toEqual({ ok: true, value: 25_600, unit: 'B' })
  })
})
