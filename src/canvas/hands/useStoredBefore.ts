import { useEffect, useState } from 'react'
import { requestStored } from '../../state/index.ts'

type Known = { stream: string; atMicros: number; values: Float64Array }

/** How many records each shard had been given before a moment of the run; NaN as long as the run has not answered, or no moment is asked for. */
export function useStoredBefore(stream: string, atMicros: number | null): (shard: number) => number {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (atMicros === null) return
    let isOver = false
    void requestStored(stream, atMicros).then((values) => {
      if (!isOver) setKnown({ stream, atMicros, values })
    })
    return () => {
      isOver = true
      setKnown(null)
    }
  }, [stream, atMicros])
  return (shard) => (known?.stream === stream && known.atMicros === atMicros ? (known.values[shard] ?? NaN) : NaN)
}
