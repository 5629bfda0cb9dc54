import { BLOCK, createArrivalBlocks, fillBlock } from './arrivalBlocks.ts'
import { createStreams, minusLog, nextUint32 } from './draws.ts'
import { type Counts, firstPollMicros, LATENCY_BINS, MODEL, POLLERS } from './model.ts'
import { createRetryHeap, earliestRetry, popRetry, pushRetry } from './retryHeap.ts'

const { durationMicros, producers, shards } = MODEL
const NEVER = 0x7fffffff

/**
 * The model as one would write it by hand for nothing but speed: no event list, but a handful of
 * timers, logs in typed arrays, and all records of one read served in one loop. What the general
 * engine is measured against.
 */
export function runHandLoop(shardOfKey: Uint8Array): Counts {
  const streams = createStreams(2 * producers + POLLERS, MODEL.seed)
  const jitterStream = producers
  const pollerStream = 2 * producers

  const blocks = createArrivalBlocks()
  const blockAt = blocks.at
  const blockRow = new Int32Array(producers)
  const nextArrival = new Int32Array(producers)
  for (let producer = 0; producer < producers; producer++) {
    fillBlock(blocks, streams, producer, 0)
    blockRow[producer] = producer * BLOCK
    nextArrival[producer] = blockAt[producer * BLOCK]!
  }
  const retries = createRetryHeap()

  // The write limit bounds a shard's log, so its rows are reserved once.
  const logRows = (durationMicros + MODEL.writeBurstMicros) / MODEL.microsPerRecord
  const logCreated = new Int32Array(shards * logRows)
  const logBytes = new Uint16Array(shards * logRows)
  const logKey = new Uint16Array(shards * logRows)
  const logEnd = Int32Array.from({ length: shards }, (_, shard) => shard * logRows)

  // A bucket is kept as the moment at which it was empty: what it holds now is the time since then,
  // and a write moves that moment on. Whole microseconds, because a byte is one and a record 1,000.
  const recordsEmptyAt = new Int32Array(shards).fill(-MODEL.writeBurstMicros)
  const bytesEmptyAt = new Int32Array(shards).fill(-MODEL.writeBurstMicros)
  /** The same for reading, in bytes since time 0 instead of microseconds. */
  const readEmptyAt = new Int32Array(shards).fill(-MODEL.readBurstBytes)

  const nextPoll = new Int32Array(POLLERS)
  const position = new Int32Array(POLLERS)
  for (let poller = 0; poller < POLLERS; poller++) {
    const shard = poller % shards
    nextPoll[poller] = firstPollMicros(Math.floor(poller / shards), shard)
    position[poller] = shard * logRows
  }

  const histogram = new Int32Array(MODEL.applications.length * LATENCY_BINS)
  let records = 0
  let retried = 0
  let givenUp = 0
  let polls = 0
  let deliveries = 0
  let latencySum = 0
  let latencyMax = 0

  const write = (now: number, producer: number, attempt: number, created: number, bytes: number, key: number) => {
    const shard = shardOfKey[key]!
    const oldest = now - MODEL.writeBurstMicros
    const recordsEmpty = Math.max(recordsEmptyAt[shard]!, oldest)
    const bytesEmpty = Math.max(bytesEmptyAt[shard]!, oldest)
    if (now - recordsEmpty >= MODEL.microsPerRecord && now - bytesEmpty >= bytes) {
      recordsEmptyAt[shard] = recordsEmpty + MODEL.microsPerRecord
      bytesEmptyAt[shard] = bytesEmpty + bytes
      const row = logEnd[shard]!
      logCreated[row] = created
      logBytes[row] = bytes
      logKey[row] = key
      logEnd[shard] = row + 1
    } else if (attempt === MODEL.retriesMax) {
      givenUp++
    } else {
      const unit = nextUint32(streams, jitterStream + producer) * 2 ** -32
      const slot = pushRetry(retries, now + (((MODEL.backoffMicros << attempt) * (0.5 + 0.5 * unit) + 0.5) | 0))
      retries.producer[slot] = producer
      retries.attempt[slot] = attempt + 1
      retries.created[slot] = created
      retries.bytes[slot] = bytes
      retries.key[slot] = key
    }
  }

  /** All writes before `until`. Reading never changes what is written, so nothing else need be looked at. */
  const writeUntil = (until: number) => {
    let retryAt = earliestRetry(retries, NEVER)
    for (;;) {
      let producer = 0
      let arrivalAt = nextArrival[0]!
      for (let other = 1; other < producers; other++) {
        const at = nextArrival[other]!
        if (at < arrivalAt) {
          arrivalAt = at
          producer = other
        }
      }
      if (retryAt < arrivalAt) {
        if (retryAt >= until) return
        const slot = popRetry(retries)
        retried++
        write(
          retryAt,
          retries.producer[slot]!,
          retries.attempt[slot]!,
          retries.created[slot]!,
          retries.bytes[slot]!,
          retries.key[slot]!,
        )
      } else {
        if (arrivalAt >= until) return
        const row = blockRow[producer]!
        records++
        write(arrivalAt, producer, 0, arrivalAt, blocks.bytes[row]!, blocks.key[row]!)
        let next = row + 1
        if (next === (producer + 1) * BLOCK) {
          fillBlock(blocks, streams, producer, arrivalAt)
          next = producer * BLOCK
        }
        blockRow[producer] = next
        nextArrival[producer] = blockAt[next]!
      }
      retryAt = earliestRetry(retries, NEVER)
    }
  }

  /** Serves what one read took, record after record; gives the end of the work. */
  const serve = (poller: number, from: number, to: number, start: number): number => {
    const application = (poller / shards) | 0
    const meanService = MODEL.applications[application]!.meanServiceMicros
    const bins = application * LATENCY_BINS
    const stream = pollerStream + poller
    let now = start
    for (let row = from; row < to; row++) {
      now += (meanService * minusLog(nextUint32(streams, stream)) + 0.5) | 0
      if (now >= durationMicros) break
      const latency = now - logCreated[row]!
      const bin = bins + Math.min((latency / 1000) | 0, LATENCY_BINS - 1)
      histogram[bin] = histogram[bin]! + 1
      latencySum += latency
      if (latency > latencyMax) latencyMax = latency
      deliveries++
    }
    return now
  }

  const poll = (poller: number, now: number) => {
    polls++
    const application = (poller / shards) | 0
    const shard = poller % shards
    const again = now + MODEL.applications[application]!.pollIntervalMicros
    const readNow = now * MODEL.readBytesPerMicro
    const readEmpty = Math.max(readEmptyAt[shard]!, readNow - MODEL.readBurstBytes)
    nextPoll[poller] = again
    if (readNow <= readEmpty) return
    const from = position[poller]!
    const most = Math.min(logEnd[shard]!, from + MODEL.recordsPerRead)
    let to = from
    let bytes = 0
    while (to < most && bytes + logBytes[to]! <= MODEL.bytesPerRead) bytes += logBytes[to++]!
    readEmptyAt[shard] = readEmpty + bytes
    position[poller] = to
    nextPoll[poller] = Math.max(again, serve(poller, from, to, now))
  }

  for (;;) {
    let poller = 0
    let at = NEVER
    for (let other = 0; other < POLLERS; other++) {
      if (nextPoll[other]! < at) {
        at = nextPoll[other]!
        poller = other
      }
    }
    writeUntil(Math.min(at, durationMicros))
    if (at >= durationMicros) break
    poll(poller, at)
  }

  return {
    records,
    retries: retried,
    givenUp,
    polls,
    deliveries,
    meanLatencySeconds: latencySum / deliveries / 1e6,
    maxLatencySeconds: latencyMax / 1e6,
  }
}
