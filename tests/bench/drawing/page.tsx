import { createRoot } from 'react-dom/client'
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { Canvas } from '../../../src/canvas/Canvas.tsx'
import { bootstrap, openScenario, session } from '../../../src/state/index.ts'
import { BENCH_SCENES, type BenchScene } from './benchScenario.ts'

// The real canvas and the real state layer; only the worker's answers are made up, so that the number
// of moving dots is known. It is a worker all the same: its processor time counts.
const asked = new URLSearchParams(location.search)
const worker = new Worker(new URL('./syntheticWorker.ts', import.meta.url), { type: 'module' })
worker.postMessage({ type: 'moving', count: Number(asked.get('moving') ?? 2000) })
globalThis.Worker = function SyntheticWorker() {
  return worker
} as unknown as typeof Worker

let frames = 0
const countFrame = () => {
  frames += 1
  requestAnimationFrame(countFrame)
}

// Each drawing of the layer of messages ends with this call.
let drawings = 0
const setTransform = CanvasRenderingContext2D.prototype.setTransform
CanvasRenderingContext2D.prototype.setTransform = function counted(
  this: CanvasRenderingContext2D,
  ...matrix: unknown[]
) {
  if (this.canvas.classList.contains('stage-pixels')) drawings += 1
  setTransform.apply(this, matrix as Parameters<typeof setTransform>)
} as typeof setTransform

// From an input to the task after the frame that shows it.
const inputDelaysMs: number[] = []
for (const type of ['wheel', 'pointermove'] as const)
  addEventListener(
    type,
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => inputDelaysMs.push(performance.now() - timeStamp)
        channel.port2.postMessage(null)
      }),
    { capture: true, passive: true },
  )

Object.assign(globalThis, {
  bench: {
    frames: () => frames,
    drawings: () => drawings,
    inputDelaysMs: () => inputDelaysMs.splice(0),
    pause: () => session.pause(),
    hide() {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
  },
})

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Canvas workableAfter={() => Promise.resolve()} />)
await bootstrap()
openScenario(BENCH_SCENES[(asked.get('scene') ?? 'dense') as BenchScene](), 0, true)
requestAnimationFrame(countFrame)
