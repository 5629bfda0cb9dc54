/** What waits, first come, first served; any of it may be taken out. */
export class Waiting<Item> {
  private readonly all = new Set<Item>()

  add(item: Item): void {
    this.all.add(item)
  }

  remove(item: Item): void {
    this.all.delete(item)
  }

  /** The one that has waited longest. */
  take(): Item | undefined {
    const { value } = this.all.values().next()
    if (value !== undefined) this.all.delete(value)
    return value
  }
}
