import { type FormEvent, useState } from 'react'
import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { useView } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choice.tsx'
import { type Chosen, SPECIAL } from './chosen.ts'
import { useNodeLayout } from './GaugeChart.tsx'
import { rowName } from './gaugeView.ts'

/** A node, what of it, and of which of its rows. */
export function AddChart({ scenario, onAdd }: { scenario: Scenario; onAdd: (chosen: Chosen) => void }) {
  const nodes = scenario.nodes.filter(({ kind }) => kind !== 'note')
  const [nodeId, setNodeId] = useState(useView((view) => view.selectedId))
  const node = nodes.find(({ id }) => id === nodeId) ?? nodes[0]
  if (node === undefined) return <p className="quiet">Nothing runs yet: there is no number to chart.</p>
  return <OfNode key={node.id} scenario={scenario} nodes={nodes} node={node} onNode={setNodeId} onAdd={onAdd} />
}

type OfNodeProps = {
  scenario: Scenario
  nodes: readonly ScenarioNode[]
  node: ScenarioNode
  onNode: (id: string) => void
  onAdd: (chosen: Chosen) => void
}

function OfNode({ scenario, nodes, node, onNode, onAdd }: OfNodeProps) {
  const options = optionsOf(node)
  const [chosen, setWhat] = useState('')
  const what = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '')
  const [rows, setRows] = useState('each')
  const rowCount = useNodeLayout(node.id)?.rowCount ?? 0
  const [sort = '', gauge = ''] = what.split(' ')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (sort === 'node') onAdd({ is: 'gauge', nodeId: node.id, gauge })
    else if (sort !== 'row') onAdd({ is: sort as (typeof SPECIAL)[number]['is'], nodeId: node.id })
    else onAdd({ is: 'gauge', nodeId: node.id, gauge, rows: rows === 'each' || rows === 'sum' ? rows : Number(rows) })
  }
  return (
    <form className="bench-add" onSubmit={add}>
      <Select
        label="Node"
        value={node.id}
        options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onNode}
      />
      <Select label="What of it" value={what} options={options} onChange={setWhat} />
      {sort === 'row' && (
        <Select
          label="Of which"
          value={rows}
          options={[
            { value: 'each', label: 'each for itself' },
            { value: 'sum', label: 'all together' },
            ...Array.from({ length: Math.min(ROWS_LISTED, rowCount) }, (_, row) => ({
              value: String(row),
              label: rowName(scenario, node, row),
            })),
          ]}
          onChange={setRows}
        />
      )}
      <Button type="submit">Add chart</Button>
    </form>
  )
}

const ROWS_LISTED = 64

const ROW_OF: Partial<Record<ScenarioNode['kind'], string>> = {
  producer: 'by link',
  stream: 'by shard',
  application: 'by shard',
  pool: 'by worker',
  topic: 'by queue',
}

function optionsOf({ kind }: ScenarioNode): { value: string; label: string }[] {
  if (kind === 'note') return []
  return [
    ...SPECIAL.filter(({ kinds }) => kinds.includes(kind)).map(({ is, label }) => ({ value: is, label })),
    ...Object.entries(NODE_WORDS[kind]).map(([name, { label }]) => ({ value: `node ${name}`, label })),
    ...Object.entries(ROW_WORDS[kind] ?? {}).map(([name, { label }]) => ({
      value: `row ${name}`,
      label: `${label}, ${ROW_OF[kind]}`,
    })),
  ]
}
