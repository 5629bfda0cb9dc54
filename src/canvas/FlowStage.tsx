import {
  applyNodeChanges,
  type Connection,
  type Edge,
  type FinalConnectionState,
  type Node,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { moveNodes } from '../scenario/alignNodes.ts'
import { wiringRefusal } from '../scenario/index.ts'
import { applyEdit, useScenario, useView, viewStore } from '../state/index.ts'
import { tryConnect } from '../state/workbench/linking.ts'
import { toggleSelected } from '../state/workbench/selection.ts'
import { BoxSelect } from './BoxSelect.tsx'
import { FitToStage } from './FitToStage.tsx'
import { FlowHost } from './FlowHost.tsx'
import { isByFinger } from './fitting.ts'
import { edgeTypes, flowEdges, flowNodes, nodeTypes } from './flowNodes.ts'
import { LinkRefusal } from './LinkRefusal.tsx'
import { MessageLayer } from './MessageLayer.tsx'
import { MiniMapWhen } from './MiniMapWhen.tsx'
import { nodeOf, openMenuAt } from './openMenu.ts'
import { SceneProvider } from './SceneProvider.tsx'
import { StageHandle } from './StageHandle.tsx'
import { StageWords } from './StageWords.tsx'
import { useClipboardKeys } from './useClipboardKeys.ts'

const Hands = lazy(() => import('./hands/Hands.tsx'))
const FollowRing = lazy(() => import('./marks/FollowRing.tsx'))

/** The stage that can be worked on: pan, zoom, move, connect, select. */
export default function FlowStage() {
  const scenario = useScenario((state) => state.scenario)
  const [nodes, setNodes] = useState<Node[]>(() => flowNodes(scenario, []))
  const surface = useRef<HTMLElement>(null)
  const [touched, setTouched] = useState(false)
  const building = useView((view) => view.building)
  const selected = useView((view) => [view.selectedId ?? '', ...view.alsoSelected])
  const biography = useView((view) => view.biography)
  const link = useView((view) => view.selectedLink)
  useEffect(() => setNodes((before) => flowNodes(scenario, before)), [scenario])
  useClipboardKeys()
  const shown = useMemo(
    () =>
      nodes.map((node) =>
        selected.includes(node.id) ? { ...node, selected: true, draggable: node.connectable !== false } : node,
      ),
    [nodes, selected],
  )
  const edges = useMemo(
    () =>
      flowEdges(scenario).map((edge) => ({
        ...edge,
        selected: link !== null && edge.source === link.from && edge.target === link.to,
      })),
    [scenario, link],
  )
  const positions = useMemo(() => new Map(nodes.map((node) => [node.id, node.position])), [nodes])

  const onNodesChange = useCallback((changes: NodeChange[]) => {
    // The document decides what is there and the view what is selected; React Flow moves and measures.
    const own = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before))
  }, [])
  const onNodeDragStop = useCallback((_: unknown, _node: Node, moved: Node[]) => {
    applyEdit((document) => moveNodes(document, new Map(moved.map((node) => [node.id, node.position]))))
  }, [])
  const onNodeClick = useCallback((event: React.MouseEvent, node: Node) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(node.id)
    else viewStore.getState().select(node.id)
  }, [])
  const onNodeDoubleClick = useCallback(
    (_: unknown, node: Node) => viewStore.setState({ tool: { is: 'rename', nodeId: node.id } }),
    [],
  )
  const onEdgeClick = useCallback((_: unknown, edge: Edge) => {
    viewStore.getState().select(null)
    viewStore.setState({ selectedLink: { from: edge.source, to: edge.target } })
  }, [])
  const onPaneClick = useCallback(() => viewStore.getState().select(null), [])
  const isValid = useCallback(
    (ends: Connection | Edge) => wiringRefusal(scenario, ends.source, ends.target) === null,
    [scenario],
  )
  const onConnect = useCallback((ends: Connection) => void tryConnect(ends.source, ends.target), [])
  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (state.isValid === true || !state.fromNode) return
    // A link may be let go of anywhere on a node, not on its port alone.
    const own = state.fromNode.id
    const other = state.toNode?.id ?? nodeUnder(event)
    if (other === null || other === own) return
    if (state.fromHandle?.type === 'target') tryConnect(other, own)
    else tryConnect(own, other)
  }, [])

  return (
    <section
      ref={surface}
      className="stage-surface"
      aria-label="Nodes and links"
      data-building={building}
      onContextMenu={openMenuAt}
      onPointerOver={() => setTouched(true)}
      onFocus={() => setTouched(true)}
      onClickCapture={askMark}
    >
      <ReactFlowProvider>
        <SceneProvider positions={positions}>
          <FlowHost>
            <ReactFlow
              nodes={shown}
              edges={edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              onNodesChange={onNodesChange}
              onNodeDragStop={onNodeDragStop}
              onNodeClick={onNodeClick}
              onNodeDoubleClick={onNodeDoubleClick}
              onEdgeClick={onEdgeClick}
              onPaneClick={onPaneClick}
              onConnect={onConnect}
              onConnectEnd={onConnectEnd}
              isValidConnection={isValid}
              // A double click renames, and a tap soon after a pan was taken for the second of two.
              zoomOnDoubleClick={false}
              panActivationKeyCode={null}
              selectionKeyCode={null}
              multiSelectionKeyCode={null}
              deleteKeyCode={null}
              disableKeyboardA11y
              nodesFocusable={false}
              edgesFocusable={false}
              selectNodesOnDrag={false}
              nodeDragThreshold={3}
              autoPanOnNodeDrag={!isByFinger()}
              connectionRadius={24}
              snapToGrid
              snapGrid={SNAP}
              minZoom={0.2}
              maxZoom={4}
            >
              <MessageLayer />
              <FitToStage />
              <StageHandle />
              <MiniMapWhen />
              <Suspense fallback={null}>{touched && <Hands />}</Suspense>
            </ReactFlow>
            <LinkRefusal />
            {biography?.life && (
              <Suspense fallback={null}>
                <FollowRing biography={biography} life={biography.life} />
              </Suspense>
            )}
            <BoxSelect surface={surface} />
          </FlowHost>
          <StageWords />
        </SceneProvider>
      </ReactFlowProvider>
    </section>
  )
}

/** A click means the message under it, if there is one, beside the node that it selects. */
function askMark({ target, clientX, clientY, nativeEvent, shiftKey, ctrlKey, metaKey }: React.MouseEvent) {
  // What a hand does is no question; a number of refusals is one, and is answered by itself.
  if (shiftKey || ctrlKey || metaKey || (target as Element).closest('.hands, .asks-why') !== null) return
  const isTouch = (nativeEvent as PointerEvent).pointerType === 'touch'
  void import('./marks/askMark.ts').then(({ askMarkAt }) => askMarkAt(clientX, clientY, isTouch))
}

function nodeUnder(event: MouseEvent | TouchEvent): string | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  if (point === undefined) return null
  return nodeOf(document.elementFromPoint(point.clientX, point.clientY))
}

const SNAP: [number, number] = [2, 2]
