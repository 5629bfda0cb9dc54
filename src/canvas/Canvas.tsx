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
import './canvas.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { connect, disconnect, moveNode, removeNodes, wiringRefusal } from '../scenario/index.ts'
import { applyEdit, useScenario, viewStore } from '../state/index.ts'
import { FitToStage } from './FitToStage.tsx'
import { edgeTypes, flowEdges, flowNodes, nodeTypes } from './flowNodes.ts'
import { MessageLayer } from './MessageLayer.tsx'
import { SceneProvider } from './SceneProvider.tsx'
import { StageWords } from './StageWords.tsx'

/** The stage: the document's nodes and links, and the messages on them. */
export function Canvas() {
  const scenario = useScenario((state) => state.scenario)
  const [nodes, setNodes] = useState<Node[]>(() => flowNodes(scenario, []))
  const [selectedEdge, setSelectedEdge] = useState<string | null>(null)
  useEffect(() => setNodes((before) => flowNodes(scenario, before)), [scenario])
  const edges = useMemo(
    () => flowEdges(scenario).map((edge) => ({ ...edge, selected: edge.id === selectedEdge })),
    [scenario, selectedEdge],
  )
  const positions = useMemo(() => new Map(nodes.map((node) => [node.id, node.position])), [nodes])

  const onNodesChange = useCallback((changes: NodeChange[]) => {
    // The document decides what is there and the view what is selected; React Flow moves and measures.
    const own = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before))
  }, [])
  const onNodeDragStop = useCallback((_: unknown, node: Node) => {
    applyEdit((document) => moveNode(document, node.id, Math.round(node.position.x), Math.round(node.position.y)))
  }, [])
  const onNodeClick = useCallback((_: unknown, node: Node) => {
    setSelectedEdge(null)
    viewStore.getState().select(node.id)
  }, [])
  const onEdgeClick = useCallback((_: unknown, edge: Edge) => setSelectedEdge(edge.id), [])
  const onPaneClick = useCallback(() => {
    setSelectedEdge(null)
    viewStore.getState().select(null)
  }, [])
  const isValid = useCallback(
    (ends: Connection | Edge) => wiringRefusal(scenario, ends.source, ends.target) === null,
    [scenario],
  )
  const onConnect = useCallback(
    (ends: Connection) => applyEdit((document) => connect(document, ends.source, ends.target)),
    [],
  )
  const onConnectEnd = useCallback(
    (_: unknown, state: FinalConnectionState) => {
      if (state.isValid !== false || !state.fromNode || !state.toNode) return
      const forward = state.fromHandle?.type !== 'target'
      const [from, to] = forward ? [state.fromNode.id, state.toNode.id] : [state.toNode.id, state.fromNode.id]
      const reason = wiringRefusal(scenario, from, to)
      if (reason !== null) viewStore.getState().setNotice({ text: reason })
    },
    [scenario],
  )
  const onDelete = useCallback(
    (event: React.KeyboardEvent) => {
      if (event.key !== 'Delete') return
      const edge = edges.find((entry) => entry.id === selectedEdge)
      const { selectedId, select } = viewStore.getState()
      if (edge) applyEdit((document) => disconnect(document, edge.source, edge.target))
      else if (selectedId !== null) {
        applyEdit((document) => removeNodes(document, [selectedId]))
        select(null)
      }
      setSelectedEdge(null)
    },
    [edges, selectedEdge],
  )

  return (
    <section className="scope" aria-label="Canvas" onKeyDown={onDelete}>
      <HatchPattern />
      <ReactFlowProvider>
        <SceneProvider positions={positions}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onNodeDragStop={onNodeDragStop}
            onNodeClick={onNodeClick}
            onEdgeClick={onEdgeClick}
            onPaneClick={onPaneClick}
            onConnect={onConnect}
            onConnectEnd={onConnectEnd}
            isValidConnection={isValid}
            panActivationKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            deleteKeyCode={null}
            disableKeyboardA11y
            nodesFocusable={false}
            edgesFocusable={false}
            nodeDragThreshold={3}
            connectionRadius={24}
            snapToGrid
            snapGrid={SNAP}
            minZoom={0.2}
            maxZoom={4}
          >
            <MessageLayer />
            <FitToStage />
          </ReactFlow>
          <StageWords />
        </SceneProvider>
      </ReactFlowProvider>
    </section>
  )
}

export default Canvas

const SNAP: [number, number] = [2, 2]

/** What does not fit under a limit is hatched; one pattern for all drawings of the page. */
function HatchPattern() {
  return (
    <svg width={0} height={0} aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        <pattern id="stage-hatch" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={5} height={5} fill="var(--stop-wash)" />
          <line x1={0} y1={0} x2={0} y2={5} stroke="var(--stop)" strokeWidth={1.6} />
        </pattern>
      </defs>
    </svg>
  )
}
