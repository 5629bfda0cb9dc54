import { type RefObject, useEffect, useRef, useState } from 'react'
import { focusNode } from '../../canvas/roving.ts'
import { useScenario, viewStore } from '../../state/index.ts'
import { stage } from '../../state/workbench/stageDoor.ts'
import { LinkTable } from './LinkTable.tsx'
import { NodeRows } from './NodeRows.tsx'
import { useSlowReader } from './useSlowReader.ts'
import './twin.css'

/**
 * The canvas's equal in words: every node and link with its numbers and the same commands. Up and down go from row to row,
 * right and left open and close one, Enter selects it; the canvas's own keys (c, F2, Delete, Alt and arrows) mean its node.
 */
export default function Twin() {
  const scenario = useScenario((state) => state.scenario)
  const reader = useSlowReader()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const root = useKeptFocus(scenario.nodes.length)
  const fold = (id: string, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before)
      if (isOpen) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <section ref={root} className="twin" aria-label="Table of nodes and links">
      <table>
        <caption>Nodes</caption>
        <thead>
          <tr>
            <th scope="col">Name and kind</th>
            <th scope="col">State</th>
            <th scope="col">Now</th>
            <th scope="col">Refused</th>
            <th scope="col">Waiting</th>
            <th scope="col">
              <span className="unseen">Commands</span>
            </th>
          </tr>
        </thead>
        {scenario.nodes.map((node) => (
          <NodeRows
            key={node.id}
            node={node}
            scenario={scenario}
            reader={reader}
            isOpen={open.has(node.id)}
            onFold={(isOpen) => fold(node.id, isOpen)}
          />
        ))}
      </table>
      <LinkTable scenario={scenario} reader={reader} />
    </section>
  )
}

/** Whoever was on the canvas is in the table, and back; where a row goes away, the next one has the keyboard. */
function useKeptFocus(rows: number): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null)
  const hadFocus = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of rows is the reason to look
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) currentRow(root.current)?.focus()
  }, [rows])
  useEffect(() => {
    const table = root.current
    const here = document.activeElement
    if (here === document.body || here?.closest('.scope') != null) currentRow(table)?.focus({ preventScroll: true })
    const follow = () => {
      hadFocus.current = table?.contains(document.activeElement) ?? false
    }
    follow()
    addEventListener('focusin', follow)
    return () => {
      removeEventListener('focusin', follow)
      const id = viewStore.getState().selectedId ?? currentRow(table)?.getAttribute('data-node')
      // The canvas can be focused as soon as it is drawn again.
      if (hadFocus.current && id != null) requestAnimationFrame(() => stage()?.focus(id) ?? focusNode(id))
    }
  }, [])
  return root
}

const currentRow = (table: HTMLElement | null) => table?.querySelector<HTMLElement>('[data-node][tabindex="0"]')
