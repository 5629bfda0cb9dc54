import type { Scenario } from '../../scenario/scenario.ts'
import { type GaugeReader, useView, viewStore } from '../../state/index.ts'
import { linkCells } from './linkCells.ts'
import { openLinkCommands } from './openCommands.ts'

/** Every link: from where to where, what it carries, and why something is refused on it. */
export function LinkTable({ scenario, reader }: { scenario: Scenario; reader: GaugeReader }) {
  const selected = useView((view) => view.selectedLink)
  if (scenario.links.length === 0) return <p className="twin-none">Nothing is linked. Press c on a node to link it.</p>
  return (
    <table>
      <caption>Links</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Carries</th>
          <th scope="col">Refused, and why</th>
          <th scope="col">
            <span className="unseen">Commands</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {scenario.links.map((link) => {
          const cells = linkCells(link, scenario, reader)
          const ends = { from: link.from, to: link.to }
          const isSelected = selected?.from === link.from && selected.to === link.to
          return (
            <tr
              key={`${link.from} ${link.to}`}
              className={isSelected ? 'is-selected' : undefined}
              onContextMenu={(event) => {
                event.preventDefault()
                openLinkCommands(ends, { x: event.clientX, y: event.clientY })
              }}
            >
              <th scope="row">{cells.from}</th>
              <td>{cells.to}</td>
              <td className="num">{cells.carries}</td>
              <td className={cells.isTrouble ? 'is-trouble' : undefined}>
                {cells.refused}
                {cells.isTrouble && (
                  <button type="button" className="text-button" onClick={() => viewStore.getState().askWhy(link.to)}>
                    The arithmetic
                  </button>
                )}
              </td>
              <td>
                <button
                  type="button"
                  className="text-button"
                  aria-haspopup="menu"
                  aria-label={`Commands for the link from ${cells.from} to ${cells.to}`}
                  onClick={(event) => openLinkCommands(ends, event.currentTarget)}
                >
                  Commands
                </button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
