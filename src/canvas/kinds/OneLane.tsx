import { type LaneDrawing, laneMarks } from './laneDrawing.ts'
import { PaintedBead, PaintedGrains } from './PaintedMark.tsx'

type Props = { drawing: LaneDrawing; lane: number; top: number; label: string; right: number }

/** One group's lane: what waits stands left of the bar, what is in flight right of it, and the lock belongs to the bar. */
export function OneLane({ drawing, lane, top, label, right }: Props) {
  const { step, barX, radius, ring, lanes } = drawing
  const { paint = 0, waiting = 0, inFlight = 0 } = lanes[lane] ?? {}
  const known = lanes[lane]
  const marks = laneMarks(drawing, lane)
  const middle = top + step / 2
  return (
    <>
      <path d={`M0 ${top + step}H${right}`} className="hair" />
      <text x={4} y={middle + 4} className="t-tick">
        {label}
      </text>
      {radius > 0
        ? marks.map(({ x, y, isInFlight, nth }) => (
            <PaintedBead
              key={x}
              {...{ x, y, paint, radius, ring }}
              isHollow={isInFlight}
              left={isInFlight ? known?.left[nth] : undefined}
              number={(isInFlight ? known?.inFlightNumbers : known?.waitingNumbers)?.[nth]}
            />
          ))
        : [false, true].map((isHollow) => (
            <PaintedGrains
              key={String(isHollow)}
              {...{ paint, isHollow }}
              at={marks.filter(({ isInFlight }) => isInFlight === isHollow)}
            />
          ))}
      {inFlight > 0 && <path d={`M${barX} ${top + 2}V${top + step - 2}`} className="lane-bar" />}
      {inFlight > 0 ? (
        <path d={lockAt(right - 14, middle)} className="lock" />
      ) : (
        waiting > 0 && (
          <text x={right} y={middle + 4} textAnchor="end" className="t-tick">
            open
          </text>
        )
      )}
    </>
  )
}

const lockAt = (x: number, y: number) => `M${x} ${y - 1}h8v6h-8zM${x + 1.5} ${y - 1}v-2.5a2.5 2.5 0 0 1 5 0v2.5`
