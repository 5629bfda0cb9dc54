import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bootstrap, viewStore } from '../state/index.ts'
import { Part } from '../ui/Part.tsx'
import { App } from './App.tsx'
import { followAppearance } from './appearance.ts'

followAppearance()
// The other window of a presentation has no run of its own.
const isPresenter = new URLSearchParams(location.search).has('presenter')
const Page = isPresenter ? lazy(() => import('./present/Presenter.tsx')) : App
// The worker starts while React draws; neither waits for the other.
if (!isPresenter) void bootstrap()
addEventListener('vite:preloadError', tellLost)
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root, { onCaughtError: tellLost }).render(
    <StrictMode>
      <Part fallback={null}>
        <Page />
      </Part>
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
