import type { CallAction, LifeStep, Watch } from '../../engine/index.ts'
import { billedRequests, payloadUnits, roundedBytes } from '../../review/usage.ts'

/** Bytes by which the services count. */
export type BillingUnits = { payloadUnit: number; onDemandRecord: number; request: number }

type Written = { payloadUnits: number; roundedBytes: number }

/** Looks on while a run is played, from its beginning on, and counts what is billed and not counted by the models themselves. */
export class Meter implements Watch {
  private readonly bytesOf: (reference: number) => number
  private readonly units: BillingUnits
  private readonly requests = new Map<string, number>()
  private readonly written = new Map<string, Written>()

  constructor(bytesOf: (reference: number) => number, units: BillingUnits) {
    this.bytesOf = bytesOf
    this.units = units
  }

  /** P.02, P.07: what a stream stored, each record rounded up. */
  writtenTo(stream: string): Written {
    const known = this.written.get(stream)
    if (known !== undefined) return known
    const made = { payloadUnits: 0, roundedBytes: 0 }
    this.written.set(stream, made)
    return made
  }

  /** P.11, P.13: requests that came through to a queue or topic, those that brought nothing not among them. */
  requestsOf(node: string): number {
    return this.requests.get(node) ?? 0
  }

  note(step: LifeStep, reference: number, node: string): void {
    if (step !== 'stored') return
    const bytes = this.bytesOf(reference)
    const written = this.writtenTo(node)
    written.payloadUnits += payloadUnits(bytes, this.units.payloadUnit)
    written.roundedBytes += roundedBytes(bytes, this.units.onDemandRecord)
  }

  called(_action: CallAction, node: string, bytes: number): void {
    this.requests.set(node, this.requestsOf(node) + billedRequests(bytes, this.units.request))
  }
}
