import { describe, expect, test } from 'vitest'
import { LEDGER } from '../../src/aws/ledger.ts'
import { EVERY_LIMIT } from '../../src/aws/otherLimits.ts'

const ROWS = Object.values(LEDGER)

describe('the ledger', () => {
  test('each row knows its ID, its value with a unit, its source and how sure it is', () => {
    for (const [id, row] of Object.entries(LEDGER)) {
      expect(row.id).toBe(id)
      expect(Number.isFinite(row.value), id).toBe(true)
      expect(row.unit, id).toBeTypeOf('string')
      expect(row.name.length, id).toBeGreaterThan(5)
      expect(row.sourceTitle.length, id).toBeGreaterThan(10)
      expect(row.sourceAddress ?? 'https://', id).toMatch(/^https:\/\//)
      expect(row.confidence, id).toMatch(/^(V|V22|V23|T|D|X|M)$/)
    }
  })

  test('each row was compared on a day that exists and is not in the future', () => {
    const today = new Date().toISOString().slice(0, 10)
    for (const { id, checkedOn } of ROWS) {
      expect(isDay(checkedOn), `${id} ${checkedOn}`).toBe(true)
      expect(checkedOn <= today, `${id} ${checkedOn} is after ${today}`).toBe(true)
    }
  })

  test('a day that does not exist is no day', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '23.11.2026', ''].map(isDay)).toEqual(Array(5).fill(false))
    expect(isDay('2028-02-29')).toBe(true)
  })

  test('what is ours says so; what is from memory says that', () => {
    for (const { id, kind, source, confidence } of ROWS) {
      expect([id, source === 'ours'], id).toEqual([id, confidence === 'X'])
      expect([id, source === 'memory'], id).toEqual([id, confidence === 'M'])
      expect([id, id.startsWith('X-') || id === 'KIN4.08'], id).toEqual([id, kind === 'assumption'])
    }
  })

  test('AWS lets one choose its own default, in each profile', () => {
    for (const { id, allowed, value, article } of ROWS) {
      for (const own of [{ allowed, value }, typeof article === 'object' ? article : { allowed, value }]) {
        const [least, most] = own.allowed ?? [own.value, own.value]
        expect(own.value, id).toBeGreaterThanOrEqual(least)
        expect(own.value, id).toBeLessThanOrEqual(most)
      }
    }
  })

  test('a value is that of us-east-1', () => {
    for (const { id, regions, value } of ROWS) {
      if (regions !== undefined) expect([id, regions.values['us-east-1']]).toEqual([id, value])
    }
  })

  // Spelled out once more by hand: a slip in the tables would otherwise move every run.
  test.each([
    ['KIN1.01', 1_048_576, 'B/s'],
    ['KIN1.02', 1000, 'records/s'],
    ['KIN1.04', 1_048_576, 'B'],
    ['KIN1.06', 500, 'records'],
    ['KIN1.06.bytes', 10_485_760, 'B'],
    ['KIN2.01', 5, 'calls/s'],
    ['KIN2.02', 2_097_152, 'B/s'],
    ['KIN2.03', 10_000, 'records'],
    ['KIN2.03.bytes', 10_485_760, 'B'],
    ['KIN2.04', 5, 's'],
    ['KIN2.05', 1, 's'],
    ['KIN2.09', 300, 's'],
    ['KIN3.01', 2_097_152, 'B/s'],
    ['KIN3.02', 20, 'consumers'],
    ['KIN5.02', 4_194_304, 'B/s'],
    ['KIN6.01', 24, 'h'],
    ['SQS.03', 1_048_576, 'B'],
    ['SQS.04', 10, 'messages'],
    ['SQS.05', 30, 's'],
    ['SQS.08', 120_000, 'messages'],
    ['SQS.09', 96, 'h'],
    ['SQS.12', 20, 's'],
    ['SQS.14', 10, 'receives'],
    ['SQS.20', 20, 'ms'],
    ['FIFO.01', 300, 'calls/s'],
    ['FIFO.12', 300, 's'],
    ['FIFO.17', 120_000, 'messages'],
    ['SNS.07', 100_015, 'attempts'],
    ['LSQ.03', 1250, 'invocations'],
    ['KCL.02', 10_000, 'ms'],
    ['KCL.03', 3308, 'ms'],
    ['KCL.06', 1500, 'ms'],
    ['KCL.07', 10_000, 'records'],
    ['KCL.08', 4, 'batches'],
  ] as const)('%s is %d %s', (id, value, unit) => {
    expect([EVERY_LIMIT[id].value, EVERY_LIMIT[id].unit]).toEqual([value, unit])
  })
})

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
