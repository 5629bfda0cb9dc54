import { LIMITS } from '../../aws/index.ts'
import { formatQuantity } from '../quantity.ts'
import { listedKeys, meanBytes } from '../recordSize.ts'
import type { ProducerNode, Scenario } from '../scenario.ts'
import { linkedTo, type Problem } from './problem.ts'
import { routingProblems } from './routingProblems.ts'

export function producerProblems(scenario: Scenario, producer: ProducerNode): Problem[] {
  const nodeId = producer.id
  const found: Problem[] = []
  const streams = linkedTo(scenario, nodeId, 'stream')
  const queues = linkedTo(scenario, nodeId, 'queue')
  if (!scenario.links.some(({ from }) => from === nodeId))
    found.push({ nodeId, text: `${producer.name} sends to nothing yet: link it to a stream, a queue or a topic.` })
  if (producer.keys === 'list') found.push(...listProblems(producer))
  found.push(...routingProblems(scenario, producer))
  const shaped = producer.profile === 'ramp' || producer.profile === 'spike'
  if (shaped && producer.profileEndSeconds <= producer.profileStartSeconds) {
    found.push({ nodeId, field: 'profileEndSeconds', text: `The ${producer.profile} ends before it begins.` })
  }
  // A call that takes no time has no capacity to pass, nor has the producer library one that its batches tell.
  const perSecond =
    producer.callLatencyMs === 0 || producer.sendsWith === 'kpl'
      ? Infinity
      : (1000 * producer.callsAtOnce * producer.batchRecords) / producer.callLatencyMs
  if (perSecond < producer.rate) {
    const able = formatQuantity(perSecond, 'records/s')
    found.push({
      nodeId,
      field: 'callsAtOnce',
      text: `${producer.callsAtOnce} calls at once carry at most ${able}; ${formatQuantity(producer.rate, 'records/s')} arrive.`,
    })
  }
  const size = Math.max(producer.recordBytes, producer.recordBytesMax)
  for (const stream of streams) {
    if (meanBytes({ ...producer, recordBytes: size }) > stream.recordBytesLimit)
      found.push(tooLarge(producer, stream.name, stream.recordBytesLimit, 'KIN1.04'))
    if (producer.sendsWith === 'own' && producer.batchRecords > stream.putRecordsLimit)
      found.push(tooMany(producer, stream.name, stream.putRecordsLimit, 'KIN1.06'))
  }
  for (const queue of queues) {
    if (size > queue.messageBytesLimit) found.push(tooLarge(producer, queue.name, queue.messageBytesLimit, 'SQS.03'))
    if (producer.batchRecords > queue.batchLimit) found.push(tooMany(producer, queue.name, queue.batchLimit, 'SQS.04'))
  }
  return found
}

function listProblems(producer: ProducerNode): Problem[] {
  const keys = listedKeys(producer.keyList)
  const longest = LIMITS['KIN1.11'].value
  if (keys.length === 0) return [{ nodeId: producer.id, field: 'keyList', text: 'The list of keys is empty.' }]
  const long = keys.find((key) => [...key].length > longest)
  return long === undefined
    ? []
    : [
        {
          nodeId: producer.id,
          field: 'keyList',
          factId: 'KIN1.11',
          text: `The key ${long.slice(0, 20)}… has more than ${longest} characters.`,
        },
      ]
}

function tooLarge(producer: ProducerNode, store: string, limit: number, factId: 'KIN1.04' | 'SQS.03'): Problem {
  const field = producer.recordBytesMax > producer.recordBytes ? 'recordBytesMax' : 'recordBytes'
  return {
    nodeId: producer.id,
    field,
    factId,
    text: `${store} refuses records above ${formatQuantity(limit, 'B')}; some of ${producer.name} are larger.`,
  }
}

function tooMany(producer: ProducerNode, store: string, limit: number, factId: 'KIN1.06' | 'SQS.04'): Problem {
  return {
    nodeId: producer.id,
    field: 'batchRecords',
    factId,
    text: `A call to ${store} carries at most ${limit}; a batch of ${producer.batchRecords} is cut.`,
  }
}
