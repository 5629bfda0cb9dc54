import { countTable, failures, type Measurements, speedTable } from './compare.ts'
import { inFreshProcess } from './freshProcess.ts'
import { type Measurement, PEERS } from './peers.ts'

/**
 * The same model by all peers, in rounds (all once, then again), so that whatever else the machine does hits them
 * alike. Gives one sentence for each thing that must hold and does not.
 */
export async function benchEngine(rounds: number): Promise<string[]> {
  const measurements: Measurements = { engine: [], loop: [], 'js-simulator': [], simjs: [] }
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`round ${round} of ${rounds}\n`)
    for (const peer of PEERS) measurements[peer].push(await inFreshProcess<Measurement>('measurePeer.ts', [peer]))
  }
  process.stdout.write(`\n${speedTable(measurements)}\n${countTable(measurements)}\n`)
  return failures(measurements)
}
