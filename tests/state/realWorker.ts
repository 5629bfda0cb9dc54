import type { FromWorker, ToWorker } from '../../src/protocol/messages.ts'
import type { WorkerPort } from '../../src/state/platform.ts'
import { OTHER_PARTS } from '../../src/worker/otherParts.ts'
import { Simulation } from '../../src/worker/simulation.ts'

/** The worker's own code behind a port, without a thread: messages are copied and wait for `turn`, the clock is the test's. */
export function createRealWorker(clock: () => number) {
  let inbox: ToWorker[] = []
  let outbox: FromWorker[] = []
  let tasks: { at: number; task: () => void }[] = []
  const port: WorkerPort = {
    postMessage: (message, transfer) => void inbox.push(structuredClone(message, { transfer })),
    terminate: () => {},
    onMessage: () => {},
    onFailure: () => {},
  }
  const simulation = new Simulation({
    post: (message, transfer) => void outbox.push(structuredClone(message, { transfer })),
    clock,
    later: (task, ms) => void tasks.push({ at: clock() + ms, task }),
    others: () => OTHER_PARTS,
  })
  return {
    port,
    /** Everything that both sides have to say now; true when there was something. */
    turn(): boolean {
      const heard = inbox
      inbox = []
      for (const message of heard) simulation.handle(message)
      const due = tasks.filter(({ at }) => at <= clock())
      tasks = tasks.filter(({ at }) => at > clock())
      for (const { task } of due) task()
      const said = outbox
      outbox = []
      for (const message of said) port.onMessage(message)
      return heard.length + due.length + said.length > 0
    },
  }
}
