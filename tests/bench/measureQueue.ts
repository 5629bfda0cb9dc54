import { queueUnderTest } from './queueUnderTest.ts'
import { QUEUES, type QueueMeasurement } from './sqs.ts'

// One queue and so many messages, in a process of its own (node --expose-gc): all are sent, then received in tens and deleted. Every
// 16th is received twice, because its visibility timeout ends first. Prints one line of JSON.

const BATCH = 10
const KEPT_ONCE = 16
const MICROS_A_CALL = 100
const BYTES = 1_000
/** Without a common factor with the number of groups, so that the groups take turns but not in order. */
const STRIDE = 7_919

const [name, count] = process.argv.slice(2)
const peer = QUEUES.find(({ kind }) => kind === name)
const messages = Number(count)
if (peer === undefined || !Number.isInteger(messages)) {
  process.stderr.write(`Which queue? One of ${QUEUES.map(({ kind }) => kind).join(', ')}. And how many messages?\n`)
  process.exit(2)
}

const retainedBytes = () => {
  if (globalThis.gc === undefined) throw new Error('Start this with node --expose-gc')
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const processorMicros = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

const { box, queue } = queueUnderTest(peer.kind)
const { world } = box
const keys = Array.from({ length: peer.groups }, (_, group) => world.keys.add(`group-${group}`))
const bytesBefore = retainedBytes()

function sendAll(): void {
  for (let i = 0; i < messages; i++) {
    const group = keys[(i * STRIDE) % keys.length]!
    const reference = world.records.add(0, box.now, group, BYTES)
    queue.send({ reference, group, deduplication: peer!.isFifo ? i : -1, delayMicros: -1 }, box.now)
    if (i % BATCH !== BATCH - 1) continue
    queue.callEnded(box.now)
    box.advanceTo(box.now + MICROS_A_CALL)
  }
}

/** Until nothing is left; while all that is left is hidden, time goes on. Returns how often a message was received. */
function receiveAndDeleteAll(): number {
  const slots = new Int32Array(BATCH)
  let deliveries = 0
  while (queue.visible + queue.inFlight > 0) {
    const received = queue.receive(BATCH, slots, box.now)
    for (let i = 0; i < received; i++) {
      const slot = slots[i]!
      const message = queue.messageOf(slot)
      const receives = queue.receivesOf(slot)
      if (receives === 1 && message % KEPT_ONCE === 0) continue
      queue.delete(slot, message, receives, box.now)
    }
    deliveries += received
    box.advanceTo(received > 0 ? box.now + MICROS_A_CALL : world.events.firstAt())
  }
  return deliveries
}

const start = processorMicros()
sendAll()
const sent = processorMicros()
const fullBytes = retainedBytes()
const receiving = processorMicros()
const deliveries = receiveAndDeleteAll()
const end = processorMicros()
const twice = Math.floor(messages / KEPT_ONCE)
if (deliveries !== messages + twice) throw new Error(`${deliveries} deliveries of ${messages} messages`)

const measurement: QueueMeasurement = {
  sendMicros: (sent - start) / messages,
  receiveMicros: (end - receiving) / messages,
  bytesFull: (fullBytes - bytesBefore) / messages,
  bytesAtTheEnd: (retainedBytes() - bytesBefore) / messages,
}
process.stdout.write(`${JSON.stringify(measurement)}\n`)
