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

// Each drawing of the layer of messages calls this once. Frames with a drawing are counted here too: a loop of animation
// frames for that alone would be measured with the page.
let drawings = 0
let frames = 0
let frameAt: CSSNumberish | null = null
const putImageData = CanvasRenderingContext2D.prototype.putImageData
CanvasRenderingContext2D.prototype.putImageData = function counted(
  this: CanvasRenderingContext2D,
  ...image: unknown[]
) {
  if (this.canvas.classList.contains('stage-pixels')) {
    drawings += 1
    const { currentTime } = document.timeline
    if (currentTime !== frameAt) frames += 1
    frameAt = currentTime
  }
  putImageData.apply(this, image as Parameters<typeof putImageData>)
} as typeof putImageData

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
