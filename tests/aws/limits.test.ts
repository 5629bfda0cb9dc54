import { describe, expect, test } from 'vitest'
import { CHECKED_ON, LIMITS } from '../../src/aws/index.ts'

describe('limits', () => {
  test('each row knows its ID, its source and the day it was compared', () => {
    for (const [id, limit] of Object.entries(LIMITS)) {
      expect(limit.id).toBe(id)
      expect(limit.sourceTitle.length, id).toBeGreaterThan(10)
      expect(limit.checkedOn, id).toBe(CHECKED_ON)
      expect(Number.isFinite(limit.value), id).toBe(true)
    }
  })

  test('what is ours says so, and nothing else does', () => {
    for (const limit of Object.values(LIMITS)) {
      const ours = limit.id.startsWith('X-')
      expect([limit.kind === 'assumption', limit.source === 'ours', limit.confidence === 'X'], limit.id).toEqual([
        ours,
        ours,
        ours,
      ])
    }
  })

  test('AWS lets one choose its own default', () => {
    for (const { id, allowed, value } of Object.values(LIMITS)) {
      if (allowed === undefined) continue
      expect(value, id).toBeGreaterThanOrEqual(allowed[0])
      expect(value, id).toBeLessThanOrEqual(allowed[1])
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
    ['KIN6.01', 24, 'h'],
    ['SQS.03', 1_048_576, 'B'],
    ['SQS.04', 10, 'messages'],
    ['SQS.05', 30, 's'],
    ['SQS.08', 120_000, 'messages'],
    ['SQS.09', 96, 'h'],
    ['SQS.12', 20, 's'],
    ['SQS.20', 20, 'ms'],
    ['KCL.06', 1500, 'ms'],
    ['KCL.07', 10_000, 'records'],
    ['KCL.08', 4, 'batches'],
  ] as const)('%s is %d %s', (id, value, unit) => {
    expect([LIMITS[id].value, LIMITS[id].unit]).toEqual([value, unit])
  })
})
