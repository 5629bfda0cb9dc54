import { OnDemand } from './onDemand.ts'
import { Packing } from './packing.ts'
import { Packs } from './packs.ts'

/** What only some streams are made of: the page loads it with a scene that has one. */
export type StreamBuilders = typeof STREAM_BUILDERS

export const STREAM_BUILDERS = {
  onDemand: (...parts: ConstructorParameters<typeof OnDemand>) => new OnDemand(...parts),
  packing: (...parts: ConstructorParameters<typeof Packing>) => new Packing(...parts),
  packs: () => new Packs(),
}
