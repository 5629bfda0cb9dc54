import type { World } from '../world.ts'

/** No key of the run. */
const NO_KEY = -1

/** What a consumer can never work, whoever tries and however often: records of one key, or the record of one number. */
export class Poison {
  private readonly world: World
  private readonly key: number
  private readonly settings: Readonly<{ poisonRecord: number }>

  /** `key` may be a name that no producer sends: then nothing is poison. */
  constructor(world: World, key: string, settings: Readonly<{ poisonRecord: number }>) {
    this.world = world
    this.key = key === '' ? NO_KEY : world.keys.names.indexOf(key)
    this.settings = settings
  }

  /** False while nothing is poison. */
  get isActive(): boolean {
    return this.key !== NO_KEY || this.settings.poisonRecord > 0
  }

  /** Whether work on a record fails this time: because it is poison, or by chance, drawn from this stream. */
  fails(reference: number, failureShare: number, stream: number): boolean {
    if (this.isActive && this.has(reference)) return true
    return failureShare > 0 && this.world.random.unit(stream) < failureShare
  }

  /** `poisonRecord` counts a producer's records from 1. */
  has(reference: number): boolean {
    const { records } = this.world
    if (this.key !== NO_KEY && records.keyOf(reference) === this.key) return true
    return (reference >>> records.producerBits) + 1 === this.settings.poisonRecord
  }
}
