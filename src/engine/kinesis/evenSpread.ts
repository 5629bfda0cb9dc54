import type { State } from '../kernel/state.ts'
import type { Shard } from './shard.ts'

/** KIN1.14: record distribution AUTO. The open shards take records in turn, whatever their key; AWS names no algorithm. */
export class EvenSpread {
  private readonly c: Float64Array

  constructor(state: State, isOn: boolean) {
    this.c = state.column(FIELDS)
    this.c[IS_ON] = isOn ? 1 : 0
  }

  get isOn(): boolean {
    return this.c[IS_ON] === 1
  }

  set isOn(isOn: boolean) {
    this.c[IS_ON] = isOn ? 1 : 0
  }

  /** The shard that the last record went to. */
  get last(): number {
    return this.c[LAST]!
  }

  /** The shard that the next record goes to. */
  next(open: readonly Shard[]): number {
    const turn = this.c[TURN]! % open.length
    this.c[TURN] = turn + 1
    this.c[LAST] = open[turn]!.number
    return this.c[LAST]!
  }
}

const IS_ON = 0
const TURN = IS_ON + 1
const LAST = TURN + 1
const FIELDS = LAST + 1
