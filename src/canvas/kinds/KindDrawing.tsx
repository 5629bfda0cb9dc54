import type { PlainNode } from '../../scenario/plainKinds.ts'
import type { Box } from '../measures.ts'
import { AnswerAndTruth } from './AnswerAndTruth.tsx'
import { CallsAtWork } from './CallsAtWork.tsx'
import { Concurrency } from './Concurrency.tsx'
import { Copies } from './Copies.tsx'
import { Heap } from './Heap.tsx'
import './kinds.css'
import { Lanes } from './Lanes.tsx'
import { PointerBag } from './PointerBag.tsx'
import { Shelf } from './Shelf.tsx'

/** What is each kind's own in the picture. It comes when the first such node is on the canvas. */
export default function KindDrawing({ node, box }: { node: PlainNode; box: Box }) {
  return <g transform={`translate(${box.x} ${box.y})`}>{drawn(node, box)}</g>
}

function drawn(node: PlainNode, box: Box) {
  switch (node.kind) {
    case 'monolith':
      return <Heap node={node} box={box} />
    case 'topic':
      return <Copies node={node} box={box} />
    case 'lambda':
      return <Concurrency node={node} box={box} />
    case 'downstream':
      return <CallsAtWork node={node} box={box} />
    case 'aggregator':
      return <AnswerAndTruth node={node} box={box} />
    case 'fifoQueue':
      return <Lanes node={node} box={box} />
    case 'kinesisQueue':
      return <PointerBag node={node} box={box} />
    case 'archive':
      return <Shelf node={node} box={box} />
  }
}
