import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LEDGER } from '../../src/aws/ledger.ts'

// Every statement of the facts about AWS, by ID. A range is written first-last.

/** Statements that hold a number: each has at least one row of the ledger. */
const WITH_NUMBER = `
  KIN1.01-KIN1.06 KIN1.11 KIN1.14 KIN1.18
  KIN2.01-KIN2.05 KIN2.09 KIN2.13 KIN2.15
  KIN3.01-KIN3.05 KIN3.07
  KIN4.03 KIN4.04 KIN4.06-KIN4.08
  KIN5.02-KIN5.10
  KIN6.01-KIN6.04 KIN6.06-KIN6.08
  KCL.02-KCL.04 KCL.04b KCL.05-KCL.08 KCL.13-KCL.17
  SQS.03-SQS.05 SQS.08-SQS.14 SQS.16 SQS.18 SQS.19b SQS.20-SQS.22 SQS.24
  FIFO.01 FIFO.04-FIFO.06 FIFO.12 FIFO.14 FIFO.16-FIFO.18
  SNS.02-SNS.04 SNS.06-SNS.09
  LKI.01 LKI.02 LKI.04 LKI.06 LKI.07 LKI.13
  LSQ.01-LSQ.08 LSQ.12 LSQ.13
  P.01-P.14
`

/** Statements of behaviour alone, or whose numbers are those of another statement: they have none of their own. */
const WITHOUT_NUMBER: Record<string, string> = {
  'KIN1.07': 'partial failure of PutRecords',
  'KIN1.08': 'a refused PutRecord throws',
  'KIN1.09': 'no order across PutRecords',
  'KIN1.10': 'strict order by SequenceNumberForOrdering',
  'KIN1.12': 'ExplicitHashKey',
  'KIN1.13': 'arithmetic of the first hash ranges',
  'KIN1.15': 'sequence numbers',
  'KIN1.16': 'arrival times',
  'KIN1.17': 'read after write',
  'KIN1.19': 'duplicates of a producer',
  'KIN2.06': 'our rule: X-K2',
  'KIN2.07': 'empty results',
  'KIN2.08': 'kinds of iterators',
  'KIN2.10': 'end of a closed shard',
  'KIN2.11': 'reading removes nothing',
  'KIN2.12': 'MillisBehindLatest',
  'KIN2.14': "Lambda's iterator age",
  'KIN3.06': 'what an event holds',
  'KIN4.01': 'split',
  'KIN4.02': 'merge',
  'KIN4.05': 'order across a reshard',
  'KIN5.01': 'sizing, from KIN1.01, KIN1.02 and KIN2.02',
  'KIN6.05': 'channels',
  'KCL.01': 'leases',
  'KCL.09': 'checkpoints',
  'KCL.10': 'after a crash',
  'KCL.11': 'zombie owner',
  'KCL.12': 'a failed batch is skipped',
  'KCL.18': 'strategy',
  'KCL.19': 'first position',
  'KCL.20': 'more workers than shards',
  'KCL.21': 'two applications',
  'SQS.01': 'throughput nearly without limit',
  'SQS.02': 'at least once, best-effort order',
  'SQS.06': 'ChangeMessageVisibility',
  'SQS.07': 'receipt handles',
  'SQS.14b': 'identity of a dead letter',
  'SQS.15': 'age of a dead letter',
  'SQS.17': 'a deleted message is gone',
  'SQS.19': 'throttling',
  'SQS.23': 'quiet tenants first',
  'FIFO.02': 'refusals',
  'FIFO.03': 'what makes high throughput',
  'FIFO.07': 'order in a group',
  'FIFO.08': 'the lock of a group',
  'FIFO.09': 'filling a batch',
  'FIFO.10': 'partial delete',
  'FIFO.11': 'end of the visibility timeout',
  'FIFO.13': 'content-based deduplication',
  'FIFO.15': 'exactly-once processing',
  'FIFO.19': 'delay, as SQS.10',
  'FIFO.20': 'delete after the timeout',
  'FIFO.21': 'dead letters',
  'FIFO.22': 'a poison message',
  'FIFO.23': 'purge and deduplication',
  'FIFO.24': 'what is counted',
  'FIFO.25': 'errors',
  'SNS.01': 'fan-out',
  'SNS.05': 'standard topics',
  'SNS.10': 'a late subscriber',
  'LKI.03': 'start of the next window',
  'LKI.05': 'order with several batches at once',
  'LKI.08': 'bisect',
  'LKI.09': 'partial responses',
  'LKI.10': 'destinations',
  'LKI.11': 'at least once',
  'LKI.12': 'start positions',
  'LKI.14': 'KPL with enhanced fan-out',
  'LSQ.09': 'success',
  'LSQ.10': 'partial responses',
  'LSQ.11': 'FIFO concurrency',
  'P.15': 'prices that were not found',
}

/** How many statements each group has: the last one's number, and those with a letter. */
const STATEMENTS = {
  KIN1: 19,
  KIN2: 15,
  KIN3: 7,
  KIN4: 8,
  KIN5: 10,
  KIN6: 8,
  KCL: 22,
  SQS: 26,
  FIFO: 25,
  SNS: 10,
  LKI: 14,
  LSQ: 13,
  P: 15,
}

const withNumber = WITH_NUMBER.trim().split(/\s+/).flatMap(expanded)

test('every statement of the facts is in one of the two lists', () => {
  const listed = [...withNumber, ...Object.keys(WITHOUT_NUMBER)]
  expect(new Set(listed).size).toBe(listed.length)
  const counts = Object.fromEntries(
    Object.keys(STATEMENTS).map((group) => [group, listed.filter((id) => id.startsWith(`${group}.`)).length]),
  )
  expect(counts).toEqual(STATEMENTS)
})

test('every statement with a number has a row, and every row belongs to one', () => {
  const own = Object.keys(LEDGER).filter((id) => !/^(X-|KAF\.)/.test(id))
  expect(new Set(own.map((id) => id.split('.', 2).join('.')))).toEqual(new Set(withNumber))
})

test('every assumption that the facts name has a row', () => {
  const ours = new Set(Object.keys(LEDGER).map((id) => id.split('.')[0]))
  const named = ['X-U1', 'X-K1', 'X-K2', 'X-K3', 'X-Q1', 'X-F1', 'X-L1', 'X-L2', 'X-L3', 'X-K5']
  expect(named.filter((id) => !ours.has(id))).toEqual([])
})

test('every assumption of ours stands in the model', () => {
  const model = readFileSync('docs/model.md', 'utf8')
  const ours = Object.values(LEDGER).flatMap(({ id, kind }) => (kind === 'assumption' ? [id.split('.')[0] ?? id] : []))
  expect([...new Set(ours)].filter((id) => !model.includes(`| ${id}`))).toEqual([])
})

/** `KIN1.01-KIN1.03` is KIN1.01, KIN1.02 and KIN1.03. */
function expanded(range: string): string[] {
  const [first, last = first] = range.split('-') as [string, string?]
  const [group] = first.split('.') as [string]
  if (first === last) return [first]
  const [from, to] = [first, last].map((id) => Number(id.split('.')[1])) as [number, number]
  return Array.from({ length: to - from + 1 }, (_, n) => `${group}.${String(from + n).padStart(2, '0')}`)
}
