import { lazy, Suspense, useState } from 'react'
import { redo, undo, useScenario, useView, viewStore } from '../state/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { icons, Logo } from '../ui/icons.tsx'
import { Popover } from '../ui/Popover.tsx'
import { openSettings, toggleTable, toggleTheme } from './appearance.ts'
import { type Copied, writeLink } from './copyLink.ts'
import { useRootAttribute } from './useRootAttribute.ts'

const ShareSheet = lazy(() => import('./share/ShareSheet.tsx'))

export function Header() {
  return (
    <header className="head">
      <div className="head-id">
        <span className="brand">
          <Logo />
          <span className="brand-word">Shardscope</span>
        </span>
        <SceneMenu />
      </div>
      <BuildSwitch />
      <div className="head-tools">
        <History />
        <span className="gap wide-only" />
        <Appearance />
        <IconButton label="Help and keys" className="help-mark" onClick={() => viewStore.getState().setHelpOpen(true)}>
          ?
        </IconButton>
        <Share />
      </div>
    </header>
  )
}

function SceneMenu() {
  const title = useScenario((state) => state.scenario.title)
  return (
    <button
      type="button"
      className="scene-button"
      aria-label={`${title}: other scenes`}
      title="Other scenes (o)"
      aria-haspopup="dialog"
      onClick={() => viewStore.getState().setGalleryOpen(true)}
    >
      <span className="scene-title">{title}</span>
      <span className="scene-word">Scenes</span>
      {icons.down}
    </button>
  )
}

/** Question or palette at the left. A phone has no room for building. */
function BuildSwitch() {
  const building = useView((view) => view.building)
  const show = (next: boolean) => () => viewStore.setState({ building: next })
  return (
    <nav className="head-tabs" aria-label="What the left side shows">
      <button type="button" aria-pressed={!building} onClick={show(false)}>
        Learn
      </button>
      <button type="button" aria-pressed={building} onClick={show(true)}>
        Build
      </button>
    </nav>
  )
}

function History() {
  const canUndo = useScenario((state) => state.canUndo)
  const canRedo = useScenario((state) => state.canRedo)
  return (
    <>
      <IconButton label="Undo" disabled={!canUndo} onClick={undo}>
        {icons.undo}
      </IconButton>
      <IconButton label="Redo" className="wide-only" disabled={!canRedo} onClick={redo}>
        {icons.redo}
      </IconButton>
    </>
  )
}

function Appearance() {
  // The state stores a wish; what is seen now stands on the root element.
  const table = useView((view) => view.table)
  const dark = useRootAttribute('data-theme') === 'dark'
  return (
    <>
      <IconButton label="Picture or table" aria-pressed={table} onClick={toggleTable}>
        {icons.table}
      </IconButton>
      <IconButton label={dark ? 'Light theme' : 'Dark theme'} className="wide-only" onClick={toggleTheme}>
        {icons.theme}
      </IconButton>
      <IconButton label="Settings" onClick={openSettings}>
        {icons.settings}
      </IconButton>
    </>
  )
}

function Share() {
  const [shared, setShared] = useState<Copied | null>(null)
  // A closed popover is rendered as well; its sheet comes with the first wish for it.
  const [wasOpened, setWasOpened] = useState(false)
  const onOpen = () => {
    setWasOpened(true)
    setShared(null)
    void writeLink().then(setShared)
  }
  return (
    <Popover className="btn" button="Share" onOpen={onOpen}>
      {() => <Suspense fallback={null}>{wasOpened && <ShareSheet shared={shared} />}</Suspense>}
    </Popover>
  )
}
