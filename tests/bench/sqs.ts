import { inFreshProcess } from './freshProcess.ts'
import { median } from './median.ts'
import type { QueueKind } from './queueUnderTest.ts'
import { textTable } from './table.ts'

/** Of one message, on the mean: processor time for sending, for receiving with deleting, and what is kept of it. */
export type QueueMeasurement = { sendMicros: number; receiveMicros: number; bytesFull: number; bytesAtTheEnd: number }

export const QUEUES: readonly { kind: QueueKind; isFifo: boolean; groups: number }[] = [
  { kind: 'standard', isFifo: false, groups: 10_000 },
  { kind: 'FIFO', isFifo: true, groups: 10_000 },
]

const MILLION = 1_000_000
const SIZES = [1, 2, 5, 10].map((millions) => millions * MILLION)
/** Of a message among the most over one among the fewest: as much as caches may cost, and no more. */
const GROWTH_AT_MOST = 1.5

/** `npm run bench -- sqs`. Gives one sentence for each queue whose cost of a message grows with the number of messages. */
export async function benchSqs(rounds: number): Promise<string[]> {
  const problems: string[] = []
  for (const { kind, groups } of QUEUES) {
    const rows = [
      [`${kind}, ${groups} groups`, 'send µs', 'receive, delete µs', 'in all µs', 'B, all waiting', 'B, all done'],
    ]
    const totals: number[] = []
    const bytes: number[] = []
    for (const messages of SIZES) {
      const measured = await measure(kind, messages, rounds)
      const of = (field: keyof QueueMeasurement) => median(measured.map((each) => each[field]))
      const total = median(measured.map(({ sendMicros, receiveMicros }) => sendMicros + receiveMicros))
      totals.push(total)
      bytes.push(Math.max(of('bytesFull'), of('bytesAtTheEnd')))
      const numbers = [of('sendMicros'), of('receiveMicros'), total].map((value) => value.toFixed(2))
      rows.push([
        `${messages / MILLION} million`,
        ...numbers,
        of('bytesFull').toFixed(1),
        of('bytesAtTheEnd').toFixed(1),
      ])
    }
    process.stdout.write(`\n${textTable(rows)}`)
    problems.push(...growth(`${kind}: time`, totals), ...growth(`${kind}: memory`, bytes))
  }
  return problems
}

async function measure(kind: QueueKind, messages: number, rounds: number): Promise<QueueMeasurement[]> {
  const measured: QueueMeasurement[] = []
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`${kind}, ${messages / MILLION} million, round ${round} of ${rounds}\n`)
    measured.push(await inFreshProcess<QueueMeasurement>('measureQueue.ts', [kind, String(messages)], ['--expose-gc']))
  }
  return measured
}

function growth(what: string, values: readonly number[]): string[] {
  const times = values.at(-1)! / values[0]!
  return times <= GROWTH_AT_MOST
    ? []
    : [`${what} of a message grows ${times.toFixed(2)} times, more than ${GROWTH_AT_MOST}`]
}
