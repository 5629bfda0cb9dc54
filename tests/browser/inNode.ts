import { createEngine } from '../../src/engine/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { builtIn } from '../scenario/sixScenes.ts'

/** The fingerprint of a built-in scenario at a moment, computed in this process and not in a browser. */
export function fingerprintInNode(id: string, seconds: number): string {
  const scenario = builtIn(id)
  if (scenario === null) throw new Error(`There is no scenario ${id}.`)
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(Math.round(seconds * 1e6), Infinity)
  return engine.digest()
}
