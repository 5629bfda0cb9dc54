import type { FromWorker, ToWorker } from '../protocol/messages.ts'
import { Simulation } from './simulation.ts'

// The door of the worker thread: messages in, messages out, nothing else.

declare const self: DedicatedWorkerGlobalScope

const channel = new MessageChannel()
const soon: (() => void)[] = []
channel.port1.onmessage = () => soon.shift()?.()

const simulation = new Simulation({
  post: (message: FromWorker, transfer: ArrayBuffer[]) => self.postMessage(message, transfer),
  clock: () => performance.now(),
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

self.onmessage = (event: MessageEvent<ToWorker>) => simulation.handle(event.data)
