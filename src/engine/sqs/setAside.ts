import { EventList } from '../kernel/eventList.ts'
import { Ring } from '../kernel/ring.ts'
import type { Growing, SnapshotReader, SnapshotWriter, State } from '../kernel/state.ts'

/**
 * Messages of noisy tenants that nobody has touched, taken out of the log's order so that others can be found behind them: of
 * each tenant the indices in the log, oldest first. A message costs a few bytes here and is moved once.
 */
export class SetAside implements Growing {
  /** By group; most have none. */
  private readonly rings = new Map<number, Ring>()
  /** The oldest index of each group that has some. */
  private readonly fronts = new EventList()
  /** The same of those groups alone that are no longer noisy: their messages are in line again. */
  private readonly inLine = new EventList()
  length = 0

  constructor(state: State) {
    state.part(this)
  }

  add(group: number, index: number): void {
    let ring = this.rings.get(group)
    if (ring === undefined) {
      ring = new Ring()
      this.rings.set(group, ring)
    }
    if (ring.length === 0) this.fronts.schedule(group, index)
    ring.push(index)
    this.length++
  }

  /** Oldest index of a group, -1 when it has none. */
  frontOf(group: number): number {
    const front = this.fronts.atOf(group)
    return front === Infinity ? -1 : front
  }

  /** Takes the oldest of a group; only while it has one. */
  shift(group: number): number {
    const ring = this.rings.get(group)!
    const index = ring.shift()
    const next = ring.length > 0 ? ring.at(0) : Infinity
    this.fronts.schedule(group, next)
    if (this.inLine.atOf(group) !== Infinity) this.inLine.schedule(group, next)
    this.length--
    return index
  }

  /** The group that has the oldest message of all, -1 when there is none. */
  get oldestGroup(): number {
    return this.fronts.length > 0 ? this.fronts.first() : -1
  }

  /** The same among groups that are in line again. */
  get nextInLine(): number {
    return this.inLine.length > 0 ? this.inLine.first() : -1
  }

  /** A group is no longer noisy, or is so again. */
  putInLine(group: number, isInLine: boolean): void {
    this.inLine.schedule(group, isInLine ? this.fronts.atOf(group) : Infinity)
  }

  each(visit: (index: number) => void): void {
    for (const group of this.groups()) {
      const ring = this.rings.get(group)!
      for (let i = 0; i < ring.length; i++) visit(ring.at(i))
    }
  }

  saveTo(out: SnapshotWriter): void {
    const groups = this.groups()
    out.push(groups.length)
    for (const group of groups) {
      out.push(group)
      out.push(this.inLine.atOf(group) === Infinity ? 0 : 1)
      this.rings.get(group)!.saveTo(out)
    }
  }

  loadFrom(from: SnapshotReader): void {
    for (const group of this.groups()) {
      this.rings.get(group)!.clear()
      this.fronts.cancel(group)
      this.inLine.cancel(group)
    }
    this.length = 0
    const count = from.nextWhole()
    for (let i = 0; i < count; i++) {
      const group = from.nextWhole()
      const isInLine = from.nextWhole() === 1
      const ring = new Ring()
      ring.loadFrom(from)
      this.rings.set(group, ring)
      this.length += ring.length
      this.fronts.schedule(group, ring.at(0))
      this.putInLine(group, isInLine)
    }
  }

  /** Groups that have some, by number. */
  private groups(): number[] {
    return [...this.rings.keys()].filter((group) => this.rings.get(group)!.length > 0).sort((a, b) => a - b)
  }
}
