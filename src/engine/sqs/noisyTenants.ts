import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { WORD_VALUES } from '../kernel/units.ts'
import type { World } from '../world.ts'
import type { Choice } from './choice.ts'
import type { FairRules } from './fairRules.ts'
import { type MessageSlots, SLOT } from './messageSlots.ts'
import { SetAside } from './setAside.ts'
import type { SlotLists } from './slotLists.ts'
import { Tenants } from './tenants.ts'

/** Makes the slot of a message that has none, by its index in the log. */
type Touch = (index: number) => number

/** Fair queues: what noisy tenants sent stands apart, and is given out when no quiet tenant has anything (SQS.23). */
export class NoisyTenants {
  readonly setAside: SetAside
  private readonly world: World
  private readonly slots: MessageSlots
  private readonly lists: SlotLists
  /** Number of the list of tenant 0. */
  private readonly firstList: number
  private readonly touch: Touch
  private readonly tenants: Tenants
  /** Noisy tenants that have visible messages: fewest in flight first, then the oldest message. */
  private readonly order = new EventList()

  constructor(world: World, slots: MessageSlots, lists: SlotLists, firstList: number, rules: FairRules, touch: Touch) {
    this.world = world
    this.slots = slots
    this.lists = lists
    this.firstList = firstList
    this.touch = touch
    this.setAside = new SetAside(world.state)
    this.tenants = new Tenants(world.state, rules)
    world.state.part(this.order)
  }

  appeared(key: number): void {
    const group = this.groupOf(key)
    if (group >= 0) this.tenants.appeared(group)
  }

  vanished(key: number): void {
    const group = this.groupOf(key)
    if (group < 0) return
    if (this.tenants.vanished(group)) this.order.cancel(group)
    else this.changed(group)
  }

  received(key: number, now: Micros): void {
    const group = this.groupOf(key)
    this.tenants.received(group, now)
    this.changed(group)
  }

  left(key: number, now: Micros): void {
    const group = this.groupOf(key)
    this.tenants.left(group, now)
    this.changed(group)
  }

  /** SQS.24: tenants that are quiet by now stand in line again, in `list`. */
  settle(now: Micros, list: number): void {
    for (let group = this.tenants.nextQuiet(now); group >= 0; group = this.tenants.nextQuiet(now)) {
      const own = this.firstList + group
      for (let slot = this.lists.first(own); slot >= 0; slot = this.lists.first(own)) {
        this.lists.remove(slot)
        this.lists.push(list, slot)
      }
      this.setAside.putInLine(group, true)
      this.order.cancel(group)
    }
  }

  /** Whether a message in line is a noisy tenant's: it then stands apart. */
  holdsBack(slot: number, key: number, now: Micros): boolean {
    const group = this.groupOf(key)
    if (!this.tenants.isNoisy(group, now)) return false
    this.lists.remove(slot)
    this.lists.push(this.firstList + group, slot)
    this.changed(group)
    return true
  }

  /** The same of a message without a slot: its index is set aside. */
  setsAside(index: number, key: number, now: Micros): boolean {
    const group = this.groupOf(key)
    if (!this.tenants.isNoisy(group, now)) return false
    this.setAside.add(group, index)
    this.changed(group)
    return true
  }

  /** A message that was set aside and whose tenant is quiet again: its slot, -1 when there is none. */
  takeInLine(now: Micros): number {
    for (;;) {
      const group = this.setAside.nextInLine
      if (group < 0) return -1
      if (!this.tenants.isNoisy(group, now)) return this.touch(this.setAside.shift(group))
      this.setAside.putInLine(group, false)
      this.changed(group)
    }
  }

  /** The next message of the noisy tenants, in no list; -1 when the choice allows none. */
  take(choice: Choice | null): number {
    const { order } = this
    const without: number[] = []
    let slot = -1
    while (slot < 0 && order.length > 0) {
      const group = order.first()
      slot = this.takeOf(group, choice)
      if (slot >= 0) break
      without.push(group)
      order.cancel(group)
    }
    for (const group of without) this.changed(group)
    return slot
  }

  private takeOf(group: number, choice: Choice | null): number {
    const { lists, setAside } = this
    const isReachable = (slot: number) => choice?.isReachable(this.slots.get(slot, SLOT.message)) ?? true
    for (let slot = lists.first(this.firstList + group); slot >= 0; slot = lists.after(slot)) {
      if (!isReachable(slot)) continue
      lists.remove(slot)
      return slot
    }
    while (setAside.frontOf(group) >= 0) {
      const slot = this.touch(setAside.shift(group))
      if (isReachable(slot)) return slot
      lists.push(this.firstList + group, slot)
    }
    return -1
  }

  /** What decides a tenant's place among the noisy ones has changed. */
  private changed(group: number): void {
    if (group < 0) return
    const slot = this.lists.first(this.firstList + group)
    const isWaiting = this.tenants.isMarked(group) && (slot >= 0 || this.setAside.frontOf(group) >= 0)
    const next = slot >= 0 ? this.slots.get(slot, SLOT.message) : this.setAside.frontOf(group) + 1
    this.order.schedule(group, isWaiting ? this.tenants.inFlightOf(group) * WORD_VALUES + next : Infinity)
  }

  /** SQS.21: the tenant of a message; -1 when it has no MessageGroupId and so is a tenant of its own. */
  private groupOf(key: number): number {
    return this.world.keys.bytes[key] === 0 ? -1 : key
  }
}
