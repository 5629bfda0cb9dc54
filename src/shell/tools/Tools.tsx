import { lazy, Suspense } from 'react'
import { useView } from '../../state/index.ts'
import './tools.css'

const ChartPanel = lazy(() => import('../../charts/panel/ChartPanel.tsx'))
const Commands = lazy(() => import('./Commands.tsx'))
const CompareWith = lazy(() => import('./CompareWith.tsx'))
const ConnectTo = lazy(() => import('./ConnectTo.tsx'))
const Faults = lazy(() => import('./Faults.tsx'))
const MarksSheet = lazy(() => import('./MarksSheet.tsx'))
const BookmarkHere = lazy(() => import('./BookmarkHere.tsx'))
const Menu = lazy(() => import('./Menu.tsx'))
const Rename = lazy(() => import('./Rename.tsx'))
const Handout = lazy(() => import('../present/Handout.tsx'))
const WorkshopSheet = lazy(() => import('../present/WorkshopSheet.tsx'))
const Glossary = lazy(() => import('../glossary/Glossary.tsx'))
const WordSheet = lazy(() => import('../glossary/WordSheet.tsx'))
const Settings = lazy(() => import('./Settings.tsx'))

/** What lies over the page while it is used: the charts, and over them a tool. */
export default function Tools() {
  const charting = useView((view) => view.bench !== undefined)
  return (
    <>
      <Suspense fallback={null}>{charting && <ChartPanel />}</Suspense>
      <Suspense fallback={null}>
        <OneTool />
      </Suspense>
    </>
  )
}

/** Another of its kind begins anew. */
function OneTool() {
  const tool = useView((view) => view.tool)
  if (tool === null) return null
  if (tool.is === 'commands') return <Commands start={tool} />
  if (tool.is === 'marks') return <MarksSheet />
  if (tool.is === 'bookmark') return <BookmarkHere />
  if (tool.is === 'faults') return <Faults />
  if (tool.is === 'compare') return <CompareWith />
  if (tool.is === 'connect') return <ConnectTo key={tool.fromId} fromId={tool.fromId} />
  if (tool.is === 'rename') return <Rename key={tool.nodeId} nodeId={tool.nodeId} />
  if (tool.is === 'settings') return <Settings />
  if (tool.is === 'handout') return <Handout />
  if (tool.is === 'workshop') return <WorkshopSheet />
  if (tool.is === 'word') return <WordSheet key={tool.id} id={tool.id} x={tool.x} y={tool.y} />
  if (tool.is === 'glossary') return <Glossary id={tool.id} />
  return <Menu key={`${tool.x} ${tool.y}`} x={tool.x} y={tool.y} at={tool.at} />
}
