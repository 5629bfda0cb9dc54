import './bars.css'

export type BarRow = {
  label: string
  /** What got through. */
  amount: number
  /** What was refused on top of it: hatched. */
  over?: number
  text: string
}

type BarsProps = {
  label: string
  rows: readonly BarRow[]
  /** Where the line stands; none when there is no limit. */
  limit?: number
  limitText?: string
  /** The right end of the scale when it is beyond the limit. */
  most?: number
}

/** Lengths on one scale. A limit is a line, and what does not fit is hatched. */
export function Bars({ label, rows, limit, limitText, most = 0 }: BarsProps) {
  const longest = Math.max(1e-9, most, (limit ?? 0) * 1.15, ...rows.map((row) => row.amount + (row.over ?? 0)))
  const percent = (value: number) => `${(100 * value) / longest}%`
  return (
    <div className="bars" role="group" aria-label={label}>
      {rows.map((row) => (
        <div key={row.label} className={`bar-row ${(row.over ?? 0) > 0 ? 'is-over' : ''}`}>
          <span className="bar-label">{row.label}</span>
          <span className="bar-track">
            <i style={{ width: percent(row.amount) }} />
            {(row.over ?? 0) > 0 && (
              <i className="bar-over" style={{ left: percent(row.amount), width: percent(row.over ?? 0) }} />
            )}
            {limit !== undefined && <i className="bar-limit" style={{ left: percent(limit) }} />}
          </span>
          <span className="bar-text">{row.text}</span>
        </div>
      ))}
      {limit !== undefined && limitText !== undefined && (
        <div className="bar-row bar-foot">
          <span />
          <span className="bar-track-foot">
            <span style={{ right: `calc(100% - ${percent(limit)})` }}>{limitText}</span>
          </span>
          <span />
        </div>
      )}
    </div>
  )
}
