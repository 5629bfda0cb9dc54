import { createRoot } from 'react-dom/client'
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { Canvas } from '../../../src/canvas/Canvas.tsx'
import { bootstrap, openScenario } from '../../../src/state/index.ts'
import { benchScenario } from './benchScenario.ts'

// The real canvas and the real state layer; only the worker's answers are made up, so that the number
// of moving dots is known. It is a worker all the same: its processor time counts.
const worker = new Worker(new URL('./syntheticWorker.ts', import.meta.url), { type: 'module' })
worker.postMessage({ type: 'moving', count: Number(new URLSearchParams(location.search).get('moving') ?? 2000) })
globalThis.Worker = function SyntheticWorker() {
  return worker
} as unknown as typeof Worker

let frames = 0
const countFrame = () => {
  frames += 1
  requestAnimationFrame(countFrame)
}
Object.defineProperty(globalThis, 'drawnFrames', { get: () => frames })

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Canvas workableAfter={() => Promise.resolve()} />)
await bootstrap()
openScenario(benchScenario, 0, true)
requestAnimationFrame(countFrame)
