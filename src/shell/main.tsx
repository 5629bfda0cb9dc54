import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bootstrap } from '../state/index.ts'
import { App } from './App.tsx'
import { followAppearance } from './appearance.ts'

followAppearance()
// The worker starts while React draws; neither waits for the other.
void bootstrap()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
