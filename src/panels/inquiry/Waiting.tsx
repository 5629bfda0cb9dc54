import { Button } from '../../ui/Button.tsx'
import { Played } from '../../ui/Played.tsx'
import type { Asking } from './useAnswer.ts'

/** While a run is played again, and when there is no answer. */
export function Waiting({ asking }: { asking: Asking }) {
  if (asking.answer === 'asking')
    return (
      <p className="inquiry-waiting" role="status">
        The run is played once more. <Played share={asking.share} />
        <Button onClick={asking.cancel}>Cancel</Button>
      </p>
    )
  return asking.answer?.kind === 'none' ? (
    <p className="quiet" role="status">
      {asking.answer.message}
    </p>
  ) : null
}
