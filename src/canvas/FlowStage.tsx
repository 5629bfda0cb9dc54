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
import { useCallback, useEffect, useMemo, useState } from 'react'
import { connect, disconnect, moveNode, removeNodes, wiringRefusal } from '../scenario/index.ts'
import { applyEdit, useScenario, viewStore } from '../state/index.ts'
import { FitToStage } from './FitToStage.tsx'
import { FlowHost } from './FlowHost.tsx'
import { edgeTypes, flowEdges, flowNodes, nodeTypes } from './flowNodes.ts'
import { MessageLayer } from './MessageLayer.tsx'
import { SceneProvider } from './SceneProvider.tsx'
import { StageWords } from './StageWords.tsx'

/** The stage that can be worked on: pan, zoom, move, connect, select. */
export default function FlowStage() {
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
    <section className="stage-surface" aria-label="Nodes and links" onKeyDown={onDelete}>
      <ReactFlowProvider>
        <SceneProvider positions={positions}>
          <FlowHost>
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
          </FlowHost>
          <StageWords />
        </SceneProvider>
      </ReactFlowProvider>
    </section>
  )
}

const SNAP: [number, number] = [2, 2]
