import { runEngine } from './enginePeer.ts'
import { runHandLoop } from './handLoop.ts'
import { runJsSimulator } from './jsSimulatorPeer.ts'
import type { Counts } from './model.ts'
import { createShardOfKey } from './shardOfKey.ts'
import { prepareSimjs } from './simjsPeer.ts'

export const PEERS = ['engine', 'loop', 'js-simulator', 'simjs'] as const
export type Peer = (typeof PEERS)[number]

/** What one fresh process measured. */
export type Measurement = { processorMillis: number; wallMillis: number; counts: Counts }

/** Loads a peer and prepares what is not part of the measured run: modules, and the shard of each key. */
export async function preparePeer(peer: Peer): Promise<() => Counts> {
  const shardOfKey = createShardOfKey()
  switch (peer) {
    case 'engine':
      return runEngine
    case 'loop':
      return () => runHandLoop(shardOfKey)
    case 'js-simulator':
      return () => runJsSimulator(shardOfKey)
    case 'simjs': {
      const run = await prepareSimjs()
      return () => run(shardOfKey)
    }
  }
}
