import { type FormEvent, useState } from 'react'
import { textOf } from '../../charts/panel/gaugeText.ts'
import { factorOf, unitOf } from '../../protocol/gaugeWord.ts'
import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import { parseTyped } from '../../scenario/index.ts'
import type { PlayedNode, ScenarioNode } from '../../scenario/scenario.ts'
import { useGauges, useScenario } from '../../state/index.ts'
import type { When } from '../../state/marks/stops.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choice.tsx'

/** Where a threshold is most often wanted. */
const FIRST_KINDS: readonly string[] = ['queue', 'fifoQueue', 'application']
const SIDES = [
  { value: 'above', label: 'above' },
  { value: 'below', label: 'below' },
]

const isPlayed = (node: ScenarioNode): node is PlayedNode => node.kind !== 'note'
/** A rate is not a number of one moment. */
const gaugesOf = ({ kind }: PlayedNode, isOfRow = false) =>
  Object.entries((isOfRow ? ROW_WORDS : NODE_WORDS)[kind] ?? {}).filter(([, { as }]) => as !== 'rate')
/** What a node has several of, each with numbers of its own. */
const ROW_NAMES: Partial<Record<PlayedNode['kind'], string>> = {
  stream: 'Shard',
  application: 'Shard',
  pool: 'Worker',
}
const WHOLE = 'whole'

/** A node, one of its numbers, a side and a value. */
export function AddStop({ onAdd }: { onAdd: (when: When) => void }) {
  const nodes = useScenario((state) => state.scenario.nodes)
    .filter(isPlayed)
    .filter((node) => gaugesOf(node).length > 0)
  const [nodeId, setNodeId] = useState(() => nodes.find(({ kind }) => FIRST_KINDS.includes(kind))?.id ?? '')
  const [place, setPlace] = useState(WHOLE)
  const [gauge, setGauge] = useState('')
  const [side, setSide] = useState('above')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const node = nodes.find(({ id }) => id === nodeId) ?? nodes[0]
  const rows = useGauges((g) => (node === undefined ? 0 : g.rows(node.id)))
  if (node === undefined) return null
  const rowName = gaugesOf(node, true).length > 0 ? ROW_NAMES[node.kind] : undefined
  const row = rowName !== undefined && place !== WHOLE && Number(place) < rows ? Number(place) : undefined
  const gauges = gaugesOf(node, row !== undefined)
  const [name, word] = gauges.find(([one]) => one === gauge) ?? gauges[0]!
  const unit = unitOf(word)

  function add(event: FormEvent) {
    event.preventDefault()
    const read = parseTyped(typed, unit === 's' || unit === 'B' ? unit : '')
    if (!read.ok) return setReason(read.message)
    setReason('')
    setTyped('')
    const value = read.value / factorOf(word)
    const crossing = {
      node: node!.id,
      gauge: name,
      ...(row !== undefined && { row }),
      isAbove: side === 'above',
      value,
    }
    const where = row === undefined ? '' : `, ${rowName?.toLowerCase()} ${row + 1}`
    onAdd({
      is: 'crossing',
      crossing,
      text: `${node!.name}${where}: ${word.label.toLowerCase()} ${side} ${textOf(word)(read.value)}`,
    })
  }
  return (
    <form className="add-stop" onSubmit={add}>
      <Select
        label="Node"
        value={node.id}
        options={nodes.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={setNodeId}
      />
      {rowName !== undefined && rows > 0 && (
        <Select
          label={rowName}
          value={row === undefined ? WHOLE : String(row)}
          options={[
            { value: WHOLE, label: 'the whole' },
            ...Array.from({ length: rows }, (_, i) => ({ value: String(i), label: `${rowName} ${i + 1}` })),
          ]}
          onChange={setPlace}
        />
      )}
      <Select
        label="Number"
        value={name}
        options={gauges.map(([value, { label }]) => ({ value, label }))}
        onChange={setGauge}
      />
      <Select label="Side" value={side} options={SIDES} onChange={setSide} />
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={`Value, ${unit}`}
        placeholder={unit}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">Add</Button>
      {reason !== '' && <p role="alert">{reason}</p>}
    </form>
  )
}
