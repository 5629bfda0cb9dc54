import type { KeyboardEvent } from 'react'
import { useRoving } from '../../canvas/roving.ts'
import { NodeActions } from '../../panels/NodeActions.tsx'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { type GaugeReader, useView, viewStore } from '../../state/index.ts'
import { icons } from '../../ui/icons.tsx'
import { type Cells, nodeCells } from './cells.ts'
import { openNodeCommands } from './openCommands.ts'
import { subRows } from './subRows.ts'

type Props = {
  node: ScenarioNode
  scenario: Scenario
  reader: GaugeReader
  isOpen: boolean
  onFold: (isOpen: boolean) => void
}

/** A node, and when it is opened its parts and what may be done to it now. */
export function NodeRows({ node, scenario, reader, isOpen, onFold }: Props) {
  const { id, name } = node
  const isSelected = useView((view) => view.selectedId === id || view.alsoSelected.includes(id))
  const roving = useRoving(id)
  const cells = nodeCells(node, scenario, reader)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, altKey, ctrlKey, metaKey } = event
    const isPlainKey = !altKey && !ctrlKey && !metaKey
    if (isPlainKey && (key === 'ArrowDown' || key === 'ArrowUp'))
      toRow(event.currentTarget, key === 'ArrowDown' ? 1 : -1)
    else if (isPlainKey && key === 'ArrowRight') onFold(true)
    else if (isPlainKey && key === 'ArrowLeft') onFold(false)
    else return roving.onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <tbody className={isSelected ? 'is-selected' : undefined}>
      <tr
        className="twin-node"
        onContextMenu={(event) => {
          event.preventDefault()
          openNodeCommands(id, { x: event.clientX, y: event.clientY })
        }}
      >
        <th scope="row">
          <div className="twin-name">
            <button
              type="button"
              className="icon-button"
              tabIndex={roving.tabIndex}
              aria-expanded={isOpen}
              aria-label={`Parts of ${name}`}
              onClick={() => onFold(!isOpen)}
            >
              {isOpen ? icons.down : icons.next}
            </button>
            <button
              type="button"
              data-node={id}
              tabIndex={roving.tabIndex}
              aria-pressed={isSelected}
              onFocus={roving.onFocus}
              onKeyDown={onKeyDown}
              onClick={() => viewStore.getState().select(id)}
            >
              <b>{name}</b>
              <small>{cells.kind}</small>
            </button>
          </div>
        </th>
        <Numbers cells={cells} />
        <td>
          <button
            type="button"
            className="text-button"
            tabIndex={roving.tabIndex}
            aria-haspopup="menu"
            aria-label={`Commands for ${name}`}
            onClick={(event) => openNodeCommands(id, event.currentTarget)}
          >
            Commands
          </button>
        </td>
      </tr>
      {isOpen && <Parts node={node} scenario={scenario} reader={reader} />}
    </tbody>
  )
}

function Numbers({ cells }: { cells: Cells }) {
  return (
    <>
      <td className={cells.isTrouble ? 'is-trouble' : undefined}>{cells.state}</td>
      <td className="num">{cells.main}</td>
      <td className="num">{cells.refused}</td>
      <td className="num">{cells.waiting}</td>
    </>
  )
}

function Parts({ node, scenario, reader }: Pick<Props, 'node' | 'scenario' | 'reader'>) {
  return (
    <>
      {subRows(node, scenario, reader).map((cells) => (
        <tr key={cells.kind + cells.name} className="twin-part">
          <th scope="row">
            {cells.name}
            {!['shard', 'worker', 'number', 'connection'].includes(cells.kind) && <small>{cells.kind}</small>}
          </th>
          <Numbers cells={cells} />
          <td />
        </tr>
      ))}
      {node.kind !== 'note' && (
        <tr className="twin-part">
          <td colSpan={6}>
            <NodeActions node={node} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The name of the next row up or down. */
function toRow(here: HTMLElement, by: 1 | -1): void {
  const names = [...(here.closest('table')?.querySelectorAll<HTMLElement>('[data-node]') ?? [])]
  names[names.indexOf(here) + by]?.focus()
}
