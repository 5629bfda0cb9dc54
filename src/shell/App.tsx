import { lazy, useEffect, useRef } from 'react'
import { Canvas } from '../canvas/Canvas.tsx'
import { BriefPanel } from '../panels/BriefPanel.tsx'
import { Timeline } from '../panels/Timeline.tsx'
import { Transport } from '../panels/Transport.tsx'
import { useScenario, useSession, useView } from '../state/index.ts'
import { Part } from '../ui/Part.tsx'
import { CursorMoment } from './CursorMoment.tsx'
import { Header } from './Header.tsx'
import { listenForKeys } from './keyboard.ts'
import { Notices } from './Notices.tsx'
import { openBuiltIn } from './openBuiltIn.ts'
import { PanelTabs } from './PanelTabs.tsx'
import { whenMoving } from './whenMoving.ts'

const Inspector = lazy(() => whenMoving().then(() => import('../panels/Inspector.tsx')))
const Charts = lazy(() => whenMoving().then(() => import('../charts/Charts.tsx')))
const Gallery = lazy(() => import('../lessons/Gallery.tsx'))
const EmptyStart = lazy(() => import('../panels/build/EmptyStart.tsx'))
const CoursePanel = lazy(() => import('../panels/course/CoursePanel.tsx'))
const WritingPanel = lazy(() => import('../panels/writing/WritingPanel.tsx'))
const BuildPanel = lazy(() => import('../panels/build/BuildPanel.tsx'))
const Teaching = lazy(() => import('./present/Teaching.tsx'))
const Tools = lazy(() => import('./tools/Tools.tsx'))
const Help = lazy(() => import('./Help.tsx'))
const LiveRegion = lazy(() => whenMoving().then(() => import('./LiveRegion.tsx')))
const Twin = lazy(() => import('./twin/Twin.tsx'))

/** The frame of the page. Its order is the order of the tab key: header, question, canvas, inspector, time. */
export function App() {
  const panel = useView((view) => view.panel)
  const { title, brief, nodes } = useScenario((state) => state.scenario)
  const table = useView((view) => view.table)
  // Texts with sizes stand everywhere: with another unit the whole page is written again.
  useView((view) => view.bytes)
  const isEmpty = nodes.length === 0
  useKeys()
  useEffect(() => {
    document.title = `${title} · Shardscope`
  }, [title])
  return (
    <div className="app" data-panel={panel}>
      <SkipLinks />
      <Header />
      <Notices />
      <LeftSide />
      <main className="stage" id="stage" tabIndex={-1} aria-label="Canvas">
        <div className="stage-brief">
          <h2>{title}</h2>
          <p>{brief.question}</p>
        </div>
        <TeachingWhenAsked />
        <div className="stage-picture">
          <Part fallback={null}>{table && !isEmpty && <Twin />}</Part>
          <Canvas workableAfter={whenMoving} />
          <Part fallback={null}>{isEmpty && <EmptyStart />}</Part>
        </div>
      </main>
      <Part fallback={<aside className="right" />}>
        <Inspector />
      </Part>
      <div className="foot">
        <Transport />
        <Timeline />
        <CursorMoment />
        <Part fallback={<div className="charts" />}>
          <Charts />
        </Part>
      </div>
      <PanelTabs />
      <HelpWhenAsked />
      <GalleryWhenAsked />
      <ToolWhenAsked />
      <Part fallback={null}>
        <LiveRegion />
      </Part>
    </div>
  )
}

const PLACES = [
  ['stage', 'Skip to the canvas'],
  ['inspector', 'Skip to the inspector'],
  ['transport', 'Skip to the clock'],
] as const

/** Buttons and not links: a link would take the place of the scene in the address bar. */
function SkipLinks() {
  return PLACES.map(([id, text]) => (
    <button
      key={id}
      type="button"
      className="skip-link"
      onClick={() => {
        document.getElementById(id)?.focus()
      }}
    >
      {text}
    </button>
  ))
}

function useKeys() {
  const { speed } = useSession()
  const now = useRef(speed)
  now.current = speed
  useEffect(() => listenForKeys(() => now.current), [])
}

function LeftSide() {
  const building = useView((view) => view.building)
  const learning = useView((view) => view.course !== undefined)
  const writing = useView((view) => view.writing)
  return building || learning || writing ? (
    <Part fallback={<aside className="left" id="brief" />}>
      {building ? <BuildPanel /> : writing ? <WritingPanel /> : <CoursePanel />}
    </Part>
  ) : (
    <BriefPanel helpAfter={whenMoving} />
  )
}

function TeachingWhenAsked() {
  const asked = useView((view) => (view.show ?? view.workshop) !== undefined)
  return <Part fallback={null}>{asked && <Teaching />}</Part>
}

function ToolWhenAsked() {
  const asked = useView((view) => view.tool !== null || view.bench !== undefined)
  return <Part fallback={null}>{asked && <Tools />}</Part>
}

/** Loaded with the first wish for it; then it stays, so that it can give the focus back when it closes. */
function HelpWhenAsked() {
  const open = useView((view) => view.helpOpen)
  const asked = useRef(false)
  asked.current ||= open
  return <Part fallback={null}>{asked.current && <Help />}</Part>
}

function GalleryWhenAsked() {
  const open = useView((view) => view.galleryOpen)
  const asked = useRef(false)
  asked.current ||= open
  return <Part fallback={null}>{asked.current && <Gallery onOpen={openBuiltIn} />}</Part>
}
