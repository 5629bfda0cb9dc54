import type { EventList } from '../kernel/eventList.ts'
import type { KeyTable } from '../keyTable.ts'
import type { World } from '../world.ts'
import type { CallingWork } from './callingWork.ts'
import type { LambdaFunction } from './lambdaFunction.ts'
import type { LambdaPlan, TurnableLambda } from './lambdaPlan.ts'
import type { OnFailure } from './onFailure.ts'
import type { WorkStreams } from './work.ts'

/** What all lanes of a mapping share. */
export type StreamContext = {
  readonly world: World
  readonly plan: LambdaPlan
  readonly settings: Readonly<TurnableLambda>
  readonly fn: LambdaFunction
  readonly onFailure: OnFailure
  /** Polls of the shards and what their lanes wait for. */
  readonly due: EventList
  /** Random streams. */
  readonly streams: WorkStreams
  /** For a function that calls a downstream system, else null. */
  calling: CallingWork | null
  /** LKI.05: the lane of each key; null when there is one lane only. */
  readonly laneOfKey: Uint8Array | null
}

/** LKI.05: keys are hashed to the lanes (which hash AWS takes it does not say: ours is the MD5 that the key has anyway). */
export function lanesOfKeys(keys: KeyTable, lanes: number): Uint8Array | null {
  if (lanes === 1) return null
  return Uint8Array.from(keys.names, (_, key) => Number(keys.hashKeyOf(key) % BigInt(lanes)))
}
