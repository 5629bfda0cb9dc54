import type { FromWorker, ToWorker } from '../protocol/messages.ts'
import { needsBuilders } from './compile/needsBuilders.ts'
import type { OtherParts } from './otherParts.ts'
import { Simulation } from './simulation.ts'

// The door of the worker thread: messages in, messages out, nothing else.

declare const self: DedicatedWorkerGlobalScope

const channel = new MessageChannel()
const soon: (() => void)[] = []
channel.port1.onmessage = () => soon.shift()?.()

let others: OtherParts | null = null

const simulation = new Simulation({
  post: (message: FromWorker, transfer: ArrayBuffer[]) => self.postMessage(message, transfer),
  clock: () => performance.now(),
  others: () => others,
  later: (task, ms) => {
    if (ms > 0) {
      setTimeout(task, ms)
      return
    }
    // A timer of 0 ms is clamped to 4 after a while; a message to oneself is not, and lets others in first.
    soon.push(task)
    channel.port2.postMessage(0)
  },
})

const waiting: ToWorker[] = []
let isLoading = false

/** Messages in their order; one that needs models which are not here yet holds up those behind it until they have come. */
function handleWaiting(): void {
  while (!isLoading) {
    const message = waiting[0]
    if (message === undefined) return
    if (message.type === 'load' && others === null && needsBuilders(message.scenario)) {
      isLoading = true
      // A chunk that does not come is an error of the whole worker: the page offers to try again.
      import('./otherParts.ts').then(({ OTHER_PARTS }) => {
        others = OTHER_PARTS
        isLoading = false
        handleWaiting()
      }, reportError)
      return
    }
    waiting.shift()
    simulation.handle(message)
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  waiting.push(event.data)
  handleWaiting()
}
