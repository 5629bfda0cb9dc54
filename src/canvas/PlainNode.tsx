import { lazy, Suspense } from 'react'
import { bytesText } from '../scenario/index.ts'
import { KIND_WORDS, type Reading } from '../scenario/kindWords.ts'
import { isPlain, type PlainNode as PlainData } from '../scenario/plainKinds.ts'
import { type GaugeReader, useGauges } from '../state/index.ts'
import { readingText } from '../ui/readingText.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { plainGeometry } from './plainGeometry.ts'
import { useScene } from './sceneContext.ts'

const KindDrawing = lazy(() => import('./kinds/KindDrawing.tsx'))

const amount = (reader: GaugeReader, id: string, { gauge, as }: Reading) =>
  as === 'rate' ? reader.rate(id, gauge) : reader.value(id, gauge)

/** A node of a kind that is a box: its name, one number, the drawing of its kind, and what goes through it. */
export default function PlainNode({ id }: { id: string }) {
  const { scenario } = useScene()
  const node = scenario.nodes.find((one) => one.id === id)
  return node && isPlain(node) ? <Plain node={node} /> : null
}

/** Of the flows through a node, so many stand in the picture; all are in the inspector. */
const FLOWS = 2
/** Letters of the smallest text that fit one pixel of a line. */
const LETTERS_PER_PIXEL = 0.165

function Plain({ node }: { node: PlainData }) {
  const { scenario } = useScene()
  const { main, readings, tag } = KIND_WORDS[node.kind]
  const { width, height, box, portY, drawing, footY } = plainGeometry(node)
  const numbers = useGauges((reader) => readings.map((reading) => amount(reader, node.id, reading)))
  const known = useGauges((reader) => amount(reader, node.id, main))
  const text = readingText(known, main.as, bytesText)
  const said = readings.map(({ label, as, isTrouble, isAmiss }, i) => ({
    text: `${readingText(numbers[i] ?? 0, as, bytesText)} ${label.toLowerCase()}`,
    isFlow: as === 'rate',
    weight: (numbers[i] ?? 0) > 0 ? (isTrouble ? 2 : isAmiss ? 1 : 0) : 0,
  }))
  const flows = said.filter(({ isFlow }) => isFlow).slice(0, FLOWS)
  // What was refused or lost comes first and is vermilion; what is only worth a look is strong.
  const [first, second] = said.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const length = (first?.text.length ?? 0) + (second === undefined ? 0 : 2 + second.text.length)
  const told = length <= drawing.width * LETTERS_PER_PIXEL ? [first, second] : [first]
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={width}
      height={height}
      words={`${node.name}, ${node.kind}, ${text} ${main.label}`}
      ports={[
        { side: 'in', y: portY, connected: scenario.links.some((link) => link.to === node.id), x: 0 },
        { side: 'out', y: portY, connected: scenario.links.some((link) => link.from === node.id), x: width },
      ]}
    >
      <NodeName name={node.name} kind={tag} notAws={differsFromAws(node, scenario)} />
      <rect x={box.x + 0.6} y={box.y + 0.6} width={box.width - 1.2} height={box.height - 1.2} rx={3} className="node" />
      <text x={drawing.x} y={box.y + 20} className="t-ui">
        <tspan className="strong">{text}</tspan>
        <tspan className="t-tick"> {main.label}</tspan>
      </text>
      <Suspense fallback={null}>
        <KindDrawing node={node} box={drawing} />
      </Suspense>
      <text x={drawing.x} y={footY} className="t-tick">
        {flows.map((flow) => flow.text).join(', ')}
      </text>
      <text x={drawing.x} y={footY + 15} className="t-tick strong">
        {told.map(
          (one, i) =>
            one && (
              <tspan key={one.text} className={one.weight === 2 ? 'stop' : 'ink'}>
                {i > 0 && ', '}
                {one.text}
              </tspan>
            ),
        )}
      </text>
    </NodeShell>
  )
}
