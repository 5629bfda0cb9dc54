import { queueUnderTest } from './queueUnderTest.ts'
import { QUEUES, type QueueMeasurement } from './sqs.ts'

// One queue and so many messages, in a process of its own (node --expose-gc): all are sent, then received in tens and deleted. Every
// 16th is received twice, because its visibility timeout ends first. Prints one line of JSON.

const BATCH = 10
const KEPT_ONCE = 16
/** 300 calls a second of each kind, as many as a FIFO queue takes (FIFO.01). */
const MICROS_A_CALL = 3_334
const BYTES = 1_000
/** Without a common factor with the number of groups, so that the groups take turns but not in order. */
const STRIDE = 7_919
const NONE: readonly number[] = []

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

/** Each call as single calls make it: what the queue admits, what it has had before, what is new. */
function sendAll(): void {
  const groups: number[] = []
  for (let first = 0; first < messages; first += BATCH) {
    for (let i = 0; i < BATCH; i++) groups[i] = keys[((first + i) * STRIDE) % keys.length]!
    admit('send', groups)
    for (let i = 0; i < BATCH; i++) {
      const group = groups[i]!
      const reference = world.records.add(0, box.now, group, BYTES)
      const message = { reference, group, deduplication: peer!.isFifo ? first + i : -1, delayMicros: -1 }
      if (queue.repeatOf(message, box.now) >= 0) throw new Error(`message ${first + i} was there before`)
      queue.send(message, box.now)
    }
    queue.callEnded(box.now)
    box.advanceTo(box.now + MICROS_A_CALL)
  }
}

function admit(action: 'send' | 'receive' | 'delete', groups: readonly number[]): void {
  if (!queue.admits(action, groups, box.now)) throw new Error(`${action} is refused at ${box.now} µs`)
}

/** Until nothing is left; while all that is left is hidden, time goes on. Returns how often a message was received. */
function receiveAndDeleteAll(): number {
  const slots = new Int32Array(BATCH)
  let deliveries = 0
  while (queue.visible + queue.inFlight > 0) {
    admit('receive', NONE)
    const received = queue.receive(BATCH, slots, box.now)
    if (received > 0) admit('delete', NONE)
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
