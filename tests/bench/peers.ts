import { prepareEngine } from './enginePeer.ts'
import { runHandLoop } from './handLoop.ts'
import { runJsSimulator } from './jsSimulatorPeer.ts'
import type { Counts } from './model.ts'
import { createShardOfKey } from './shardOfKey.ts'
import { prepareSimjs } from './simjsPeer.ts'

export const PEERS = ['engine', 'loop', 'js-simulator', 'simjs'] as const
export type Peer = (typeof PEERS)[number]

/** What one fresh process measured: of its first play, and of a later one, when the compiler has done its work. */
export type Measurement = { firstMillis: number; processorMillis: number; wallMillis: number; counts: Counts }

/**
 * Loads a peer. What it gives prepares one play: what is not part of the measured run, modules, the shard of each key, and
 * for the engine the same from a scenario.
 */
export async function loadPeer(peer: Peer): Promise<() => () => Counts> {
  const shardOfKey = createShardOfKey()
  switch (peer) {
    case 'engine':
      return prepareEngine
    case 'loop':
      return () => () => runHandLoop(shardOfKey)
    case 'js-simulator':
      return () => () => runJsSimulator(shardOfKey)
    case 'simjs': {
      const run = await prepareSimjs()
      return () => () => run(shardOfKey)
    }
  }
}
