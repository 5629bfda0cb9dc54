import { LIMITS } from '../aws/index.ts'
import { meanBytes } from './recordSize.ts'
import type { ProducerNode, Scenario, StreamNode } from './scenario.ts'
import { shardsAtStart } from './streamMode.ts'

/** Numbers of the Kinesis Producer Library that no field turns. Times are in microseconds. */
export const KPL_NUMBERS = {
  collectionRecords: LIMITS['KIN6.07'].value,
  collectionBytes: LIMITS['KIN6.07.bytes'].value,
  bufferedMicrosLeast: LIMITS['X-K9'].value * 1000,
  savedRecords: LIMITS['KIN6.08.bucketRecords'].value,
  savedBytes: LIMITS['KIN6.08.bucketBytes'].value,
  drainMicros: LIMITS['KIN6.08.drain'].value * 1000,
} as const

/** X-K8: bytes around each user record in a packed one. */
export const PACKING_BYTES = LIMITS['X-K8'].value

/** KIN6.08: what the library takes a shard's limits to be. */
export const KPL_SHARD = { records: LIMITS['KIN1.02'].value, bytes: LIMITS['KIN1.01'].value } as const

/** Kinesis records a second that a producer's rate makes, when its keys spread evenly over so many shards. */
export function kinesisRate(producer: ProducerNode, shards: number): number {
  const { sendsWith, aggregation, aggregationBytes, bufferedMs, rate } = producer
  if (sendsWith === 'own' || aggregation === 'off') return rate
  const inSize = Math.floor(aggregationBytes / (meanBytes(producer) + PACKING_BYTES))
  const inTime = (rate / shards) * (bufferedMs / 1000)
  return rate / Math.max(1, Math.min(inSize, inTime))
}

/** User records in one Kinesis record of a stream, on the average of its producers. */
export function userRecordsEach(scenario: Scenario, stream: StreamNode): number {
  const senders = sendersTo(scenario, stream)
  const kinesis = sum(senders.map((node) => kinesisRate(node, shardsAtStart(stream))))
  return kinesis > 0 ? sum(senders.map(({ rate }) => rate)) / kinesis : 1
}

/** Bytes of a record of a stream with its key, on the average of its producers. */
export function meanBytesTo(scenario: Scenario, stream: StreamNode): number {
  const senders = sendersTo(scenario, stream)
  const rate = sum(senders.map((node) => node.rate))
  return rate > 0 ? sum(senders.map((node) => node.rate * meanBytes(node))) / rate : 1
}

const sum = (rates: number[]) => rates.reduce((a, b) => a + b, 0)

const sendersTo = ({ nodes, links }: Scenario, stream: StreamNode) =>
  nodes.filter(
    (node): node is ProducerNode =>
      node.kind === 'producer' && links.some(({ from, to }) => from === node.id && to === stream.id),
  )
