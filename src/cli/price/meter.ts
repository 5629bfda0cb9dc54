import type { CallAction, Watch } from '../../engine/index.ts'
import { billedRequests } from '../../review/usage.ts'

/** Looks on while a run is played, from its beginning on, and counts calls as they are billed. */
export class Meter implements Watch {
  private readonly requestUnit: number
  private readonly requests = new Map<string, number>()
  private readonly received = new Map<string, number>()

  /** `requestUnit`: bytes of one request (P.11, P.13). */
  constructor(requestUnit: number) {
    this.requestUnit = requestUnit
  }

  /** P.11, P.13: requests that came through to a queue or topic, those that brought nothing not among them. */
  requestsOf(node: string): number {
    return this.requests.get(node) ?? 0
  }

  /** Bytes that a function was pushed (KIN3.01). */
  pushedTo(node: string): number {
    return this.received.get(node) ?? 0
  }

  note(): void {}

  called(action: CallAction, node: string, bytes: number): void {
    this.requests.set(node, this.requestsOf(node) + billedRequests(bytes, this.requestUnit))
    if (action === 'receive') this.received.set(node, this.pushedTo(node) + bytes)
  }
}
