import { useGauges } from '../../state/index.ts'
import { count } from '../readouts.ts'
import type { DrawingProps } from './drawing.ts'
import { Meter } from './Meter.tsx'

/** A system that is called, against its own limits: the calls it works on and those that wait before it. */
export function CallsAtWork({ node, box }: DrawingProps<'downstream'>) {
  const { running, waiting, refused, down } = useGauges((g) => ({
    running: g.value(node.id, 'running'),
    waiting: g.value(node.id, 'waiting'),
    refused: g.rate(node.id, 'refusedTotal'),
    down: g.value(node.id, 'down') > 0,
  }))
  const { capacity, waitingLimit } = node
  return (
    <>
      <path d={cylinderAt(box.width - 17, -24)} className="icon" />
      <Meter
        {...{ y: 0, width: box.width, value: running, limit: capacity }}
        label={down ? 'out of service' : 'at work'}
        text={`${count(running)} of ${count(capacity)}`}
      />
      <Meter
        {...{ y: 28, width: box.width, value: waiting, limit: waitingLimit, isFull: refused > 0 }}
        label="waiting for it"
        text={`${count(waiting)} of ${count(waitingLimit)}`}
      />
    </>
  )
}

/** A drum, as a database is drawn everywhere: what is called here is a system, and none of AWS's stores. */
const cylinderAt = (x: number, y: number) =>
  `M${x} ${y}a8.5 3 0 1 0 17 0a8.5 3 0 1 0 -17 0v14a8.5 3 0 0 0 17 0v-14M${x} ${y + 7}a8.5 3 0 0 0 17 0`
