import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bootstrap, viewStore } from '../state/index.ts'
import { App } from './App.tsx'
import { followAppearance } from './appearance.ts'

followAppearance()
// The worker starts while React draws; neither waits for the other.
void bootstrap()
addEventListener('vite:preloadError', tellLost)
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root, { onCaughtError: tellLost }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

/** The network is away, or the page on the server is another one by now. What was asked for is put away, so that keys work on. */
function tellLost(): void {
  viewStore.setState({
    ...{ tool: null, helpOpen: false, galleryOpen: false },
    notice: {
      text: 'A part of the page could not be loaded.',
      detail: 'The rest works on. Loading the page again keeps this scene and its moment.',
      action: { label: 'Load again', run: () => location.reload() },
    },
  })
}
