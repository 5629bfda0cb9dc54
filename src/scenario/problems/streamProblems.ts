import { kinesisRate } from '../kplNumbers.ts'
import { formatQuantity } from '../quantity.ts'
import { meanBytes } from '../recordSize.ts'
import type { ApplicationNode, Scenario, StreamNode } from '../scenario.ts'
import { isOnDemand, shardsAtStart } from '../streamMode.ts'
import { fanOutProblems } from './fanOutProblems.ts'
import { kclProblems } from './kclProblems.ts'
import { linkedTo, type Problem, sendersOf } from './problem.ts'

/** Demand against the limits of a stream whose keys spread evenly: the best that can happen. */
export function streamProblems(scenario: Scenario, stream: StreamNode): Problem[] {
  const senders = sendersOf(scenario, stream.id)
  const records = senders.reduce((sum, producer) => sum + kinesisRate(producer, shardsAtStart(stream)), 0)
  const bytes = senders.reduce((sum, producer) => sum + producer.rate * meanBytes(producer), 0)
  const applications = linkedTo(scenario, stream.id, 'application')
  const shards = shardsAtStart(stream)
  const workers = applications.filter((application) => application.workers > shards)
  return [
    ...modeProblems(stream),
    ...writeProblems(stream, records, bytes),
    ...readProblems(stream, applications, bytes),
    ...fanOutProblems(scenario, stream, bytes),
    ...applications.flatMap(kclProblems),
    ...workers.map(({ id, name, workers: count }): Problem => {
      return {
        nodeId: id,
        field: 'workers',
        text: `${name} has ${count} workers for ${formatQuantity(shards, 'shards')}: ${count - shards} will stand by idle.`,
      }
    }),
  ]
}

/** What AWS would not take, and is left out of the run. */
function modeProblems(stream: StreamNode): Problem[] {
  const { id: nodeId, name, capacityMode, warmBytesPerSecond, recordDistribution } = stream
  const found: Problem[] = []
  if (recordDistribution === 'AUTO' && !isOnDemand(stream)) {
    const text = `${name} is provisioned: AUTO distribution is for on-demand streams, so keys choose the shards.`
    found.push({ nodeId, field: 'recordDistribution', factId: 'KIN1.14', text })
  }
  if (warmBytesPerSecond > 0 && capacityMode !== 'onDemandAdvantage') {
    const text = `Warm throughput needs On-demand Advantage: ${name} has none.`
    found.push({ nodeId, field: 'warmBytesPerSecond', factId: 'KIN5.08', text })
  }
  return found
}

function writeProblems(stream: StreamNode, records: number, bytes: number): Problem[] {
  const nodeId = stream.id
  const found: Problem[] = []
  const recordsLimit = shardsAtStart(stream) * stream.writeRecordsPerSecond
  const bytesLimit = shardsAtStart(stream) * stream.writeBytesPerSecond
  const over = (demand: string, limit: string) =>
    `${stream.name} is offered ${demand} and takes ${isOnDemand(stream) ? 'at first' : 'at most'} ${limit}.`
  if (records > recordsLimit) {
    const text = over(formatQuantity(records, 'records/s'), formatQuantity(recordsLimit, 'records/s'))
    found.push({ nodeId, field: 'writeRecordsPerSecond', factId: 'KIN1.02', text })
  }
  if (bytes > bytesLimit) {
    const text = over(formatQuantity(bytes, 'B/s'), formatQuantity(bytesLimit, 'B/s'))
    found.push({ nodeId, field: 'writeBytesPerSecond', factId: 'KIN1.01', text })
  }
  return found
}

function readProblems(stream: StreamNode, applications: readonly ApplicationNode[], bytes: number): Problem[] {
  const nodeId = stream.id
  const found: Problem[] = []
  const readers = applications.filter(({ workers, reading }) => workers > 0 && reading === 'polling')
  const calls = readers.reduce((sum, application) => sum + 1000 / application.pollIntervalMs, 0)
  if (stream.readCallsPerSecond > 0 && calls > stream.readCallsPerSecond + 1e-9) {
    const text = `The applications of ${stream.name} ask ${formatQuantity(calls, 'calls/s')} of each shard; it answers ${formatQuantity(stream.readCallsPerSecond, 'calls/s')}.`
    found.push({ nodeId, field: 'readCallsPerSecond', factId: 'KIN2.01', text })
  }
  // What was not stored is not read.
  const stored = Math.min(bytes / shardsAtStart(stream), stream.writeBytesPerSecond)
  if (stored * readers.length > stream.readBytesPerSecond) {
    const [need, limit] = [
      formatQuantity(stored * readers.length, 'B/s'),
      formatQuantity(stream.readBytesPerSecond, 'B/s'),
    ]
    const text = `The applications of ${stream.name} together need ${need} from each shard; they share ${limit} and fall behind.`
    found.push({ nodeId, field: 'readBytesPerSecond', factId: 'KIN2.02', text })
  }
  return found
}
