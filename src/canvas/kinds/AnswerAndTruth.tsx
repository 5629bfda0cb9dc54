import { useGauges } from '../../state/index.ts'
import { count } from '../readouts.ts'
import type { DrawingProps } from './drawing.ts'
import { Meter } from './Meter.tsx'

/** What the program has counted, over what there was to count: two bars of one scale. */
export function AnswerAndTruth({ node, box }: DrawingProps<'aggregator'>) {
  const { answer, truth } = useGauges((g) => ({
    answer: g.value(node.id, 'answer'),
    truth: g.value(node.id, 'truth'),
  }))
  const scale = { width: box.width, limit: Math.max(1, answer, truth), isLimit: false }
  return (
    <>
      <Meter {...scale} y={0} value={answer} label="its answer" text={count(answer)} />
      <Meter {...scale} y={28} value={truth} label="the truth" text={count(truth)} />
    </>
  )
}
