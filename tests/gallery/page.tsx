import { createRoot } from 'react-dom/client'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/ui/fonts.css'
import { Canvas } from '../../src/canvas/Canvas.tsx'
import { loadBuiltIn } from '../../src/scenario/index.ts'
import { bootstrap, openScenario, session } from '../../src/state/index.ts'
import { ENTRIES } from './entries.ts'

// The real canvas over the real engine, without the panels around it: `#id` says which entry.

const id = location.hash.slice(1)
const entry = ENTRIES.find((one) => one.id === id)
if (entry === undefined) throw new Error(`There is no entry ${id}.`)
const scenario = await loadBuiltIn(entry.scene)
if (scenario === null) throw new Error(`There is no scene ${entry.scene}.`)

document.documentElement.dataset['motion'] = 'on'
document.documentElement.dataset['theme'] = new URLSearchParams(location.search).get('theme') ?? 'light'
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Canvas workableAfter={() => Promise.resolve()} />)
history.replaceState(null, '', location.pathname)
await bootstrap()
const [first = entry.atSeconds, ...then] = [...(entry.fromSeconds ?? []), entry.atSeconds]
openScenario(entry.change?.(scenario) ?? scenario, first, false)
// The canvas has to be there before it can remember.
await drawn('.react-flow [data-node]')
for (const seconds of then) {
  await drawn('html[data-session="paused"]')
  session.seek(seconds * 1e6)
}
await drawn('html[data-session="paused"]')
document.documentElement.dataset['stands'] = 'true'

/** Until this is there, and four animation frames more. */
async function drawn(selector: string): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  while (document.querySelector(selector) === null) await frame()
  for (let i = 0; i < 4; i++) await frame()
}
