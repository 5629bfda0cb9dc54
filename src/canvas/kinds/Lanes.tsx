import { seenId } from '../../protocol/layout.ts'
import { useGauges } from '../../state/index.ts'
import { PAINT_LETTERS } from '../measures.ts'
import { count, rate } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import type { DrawingProps } from './drawing.ts'
import { laneDrawing, OTHER_LANE } from './laneDrawing.ts'
import { OneLane } from './OneLane.tsx'

/** One lane a message group, its oldest message at the right; while one is in flight, the bar is down before those behind it. */
export function Lanes({ node, box }: DrawingProps<'fifoQueue'>) {
  const drawing = useGauges((g) =>
    laneDrawing(
      box,
      (name) => g.value(node.id, name),
      (name) => g.value(seenId(node.id), name),
    ),
  )
  const { dropped, overLimit } = useGauges((g) => ({
    dropped: g.value(node.id, 'duplicatesTotal'),
    overLimit: g.rate(node.id, 'throttledCallsTotal'),
  }))
  const { layout } = useScene()
  const { lanes, groups, others, own, step, each, radius } = drawing
  const empty = Math.max(0, Math.min(OTHER_LANE, layout?.paintedKeys.length ?? 0) - own)
  return (
    <>
      <path d={`M-4 2V${lanes.length * step - 2}`} className={overLimit > 0 ? 'lim is-full' : 'lim'} />
      {overLimit > 0 ? (
        <text x={box.width} y={-12} textAnchor="end" className="t-tick stop strong">
          {rate(overLimit)} calls/s over the limit
        </text>
      ) : (
        dropped > 0 && (
          <text x={box.width} y={-12} textAnchor="end" className="t-tick">
            {count(dropped)} dropped: same id within 5 min
          </text>
        )
      )}
      {lanes.map(({ paint }, i) => (
        <OneLane
          key={paint}
          {...{ drawing, lane: i, right: box.width }}
          top={i * step}
          label={paint === OTHER_LANE ? `${count(others)} more` : (PAINT_LETTERS[paint] ?? '')}
        />
      ))}
      <text y={box.height - 3} className="t-tick">
        {groups.all === 0
          ? 'no group has messages'
          : `${count(groups.all - groups.locked)} open, ${count(groups.locked)} locked, ${count(empty)} empty: no lane`}
      </text>
      <text x={box.width} y={box.height - 3} textAnchor="end" className="t-tick">
        {radius > 0 ? '1 bead = 1' : `1 dot = ${count(each)}`}
      </text>
    </>
  )
}
