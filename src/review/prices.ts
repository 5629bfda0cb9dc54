import { LIMITS, priceFor } from '../aws/index.ts'
import { line, type Month, type PriceLine } from './bill.ts'
import { inUnitsOf, larger, type Quantity, scaled } from './money.ts'
import type { FunctionUsage, QueueUsage, StreamUsage, TopicUsage, Usage } from './usage.ts'

// What a run would cost if it went on for a month: list prices, free tiers left out. Each line has the ID of its price.

const HOUR_MICROS = 3_600_000_000
const SECONDS_IN_HOUR = 3600
const MICROS_IN_SECOND = 1_000_000

/** The lines of all that was used; what was not used has none. */
export function monthlyLines(usage: Usage, month: Month): PriceLine[] {
  const bill = new Scale(usage.micros, month)
  const single = usage.streams.filter(({ mode }) => mode !== 'advantage')
  const advantage = usage.streams.filter(({ mode }) => mode === 'advantage')
  const lines = [
    ...single.flatMap((stream) => (stream.mode === 'provisioned' ? provisioned(stream, bill) : onDemand(stream, bill))),
    ...(advantage.length > 0 ? onDemandAdvantage(advantage, bill) : []),
    ...usage.queues.flatMap((queue) => queueLines(queue, bill)),
    ...usage.topics.flatMap((topic) => topicLines(topic, bill)),
    ...usage.functions.flatMap((own) => functionLines(own, bill)),
  ]
  return lines.filter((one) => one !== null)
}

/** From what was counted in the run to a month. */
class Scale {
  readonly month: Month
  private readonly runMicros: number

  constructor(runMicros: number, month: Month) {
    this.runMicros = runMicros
    this.month = month
  }

  get monthMicros(): number {
    return this.month.hours * HOUR_MICROS
  }

  counted(count: number): Quantity {
    return scaled(count, this.monthMicros, this.runMicros)
  }

  hours(micros: number): Quantity {
    return inUnitsOf(this.counted(micros), HOUR_MICROS)
  }

  gigabytes(bytes: number): Quantity {
    return inUnitsOf(this.counted(bytes), LIMITS['X-U1.gb'].value)
  }

  /** GB-months of data that is kept for so many hours more: what comes in while it stays, as in a run that goes on for long. */
  gigabyteMonths(bytes: number, hours: number): Quantity {
    const { over, under } = this.gigabytes(bytes)
    return scaledBy({ over, under }, Math.max(0, hours), this.month.hours)
  }
}

function scaledBy({ over, under }: Quantity, by: number, of: number): Quantity {
  // Retentions may be parts of an hour: counted in seconds they are whole.
  return {
    over: over * BigInt(Math.round(by * SECONDS_IN_HOUR)),
    under: under * BigInt(Math.round(of * SECONDS_IN_HOUR)),
  }
}

const DAY = 24
const WEEK = 168

/** P.01 to P.06. */
function provisioned(stream: StreamUsage, bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  const isExtended = stream.retentionHours > DAY
  return [
    line('P.01', 'shard-hours', bill.hours(stream.shardMicros), month),
    line('P.02', 'PUT payload units', bill.counted(stream.payloadUnits), month),
    line('P.03', 'data read by GetRecords', bill.gigabytes(stream.polledBytes), month),
    line('P.04', 'consumer-shard-hours of enhanced fan-out', bill.hours(stream.consumerShardMicros), month),
    line('P.04.bytes', 'data read by enhanced fan-out', bill.gigabytes(stream.fanOutBytes), month),
    line('P.05', 'shard-hours of extended retention', bill.hours(isExtended ? stream.shardMicros : 0), month),
    line(
      'P.06',
      'data kept above 7 days',
      bill.gigabyteMonths(stream.storedBytes, stream.retentionHours - WEEK),
      month,
    ),
  ]
}

/** P.07. */
function onDemand(stream: StreamUsage, bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  const { storedBytes, retentionHours } = stream
  return [
    line('P.07', 'stream-hours', scaled(month.hours, 1, 1), month),
    line('P.07.in', 'data written', bill.gigabytes(storedBytes), month),
    line('P.07.out', 'data read by GetRecords', bill.gigabytes(stream.polledBytes), month),
    line('P.07.fanOut', 'data read by enhanced fan-out', bill.gigabytes(stream.fanOutBytes), month),
    line(
      'P.07.extended',
      'data kept up to 7 days',
      bill.gigabyteMonths(storedBytes, Math.min(retentionHours, WEEK) - DAY),
      month,
    ),
    line('P.07.long', 'data kept above 7 days', bill.gigabyteMonths(storedBytes, retentionHours - WEEK), month),
  ]
}

/** P.08: the streams of an account and Region together, at least 25 MiB/s each way (KIN5.08). */
function onDemandAdvantage(streams: readonly StreamUsage[], bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  const sum = (count: (stream: StreamUsage) => number) => streams.reduce((bytes, stream) => bytes + count(stream), 0)
  const committed = priceFor('P.08.least', month)
  const perSecond = committed.ok ? committed.value : 0
  const least = inUnitsOf(scaled(perSecond, bill.monthMicros, MICROS_IN_SECOND), LIMITS['X-U1.gb'].value)
  const [written, read] = [sum((s) => s.storedBytes), sum((s) => s.polledBytes + s.fanOutBytes)]
  return [
    line('P.08', 'data written, the commitment at least', larger(bill.gigabytes(written), least), month),
    line('P.08.out', 'data read, the commitment at least', larger(bill.gigabytes(read), least), month),
  ]
}

/** P.09 to P.12, at the first price: our sources do not say where all the others begin. */
function queueLines(queue: QueueUsage, bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  const [id, second] = queue.isFifo ? (['P.10', 'P.10.second'] as const) : (['P.09', 'P.09.second'] as const)
  const requests = bill.counted(queue.requests)
  const first = priceFor('P.09.first', month)
  const beyond = first.ok && requests.over > BigInt(first.value) * requests.under
  return [
    line(id, `requests to a ${queue.isFifo ? 'FIFO' : 'standard'} queue`, requests, month),
    line('P.12', 'messages with a group on a standard queue', bill.counted(queue.fairMessages), month),
    ...(beyond ? [beyondFirst(second)] : []),
  ]
}

function beyondFirst(id: 'P.09.second' | 'P.10.second'): PriceLine {
  const message = 'Above 100 billion requests a month lower prices hold; the line above is at the first price.'
  return { ok: false, id, what: 'requests above the first 100 billion', message }
}

/** P.13. */
function topicLines(topic: TopicUsage, bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  return [
    line('P.13', 'publish requests', bill.counted(topic.requests), month),
    line('P.13.http', 'deliveries to HTTP', bill.counted(topic.httpDeliveries), month),
    line('P.13.firehose', 'deliveries to Firehose', bill.counted(topic.firehoseDeliveries), month),
  ]
}

/** P.14. */
function functionLines(own: FunctionUsage, bill: Scale): (PriceLine | null)[] {
  const { month } = bill
  return [
    line('P.14', 'function requests', bill.counted(own.requests), month),
    line(
      own.architecture === 'arm' ? 'P.14.arm' : 'P.14.time',
      'function memory and time',
      inUnitsOf(bill.counted(own.gbMicros), MICROS_IN_SECOND),
      month,
    ),
  ]
}
