import { useCallback, useEffect, useState } from 'react'
import { type Drawn, emptySketch, parseDrawn, RUN_POINTS, type Sketch, scoreOf } from '../../scenario/course/sketch.ts'
import { requestSeries, session, useGauges } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'
import { keepDrawn, keptDrawn } from '../keptGuesses.ts'
import { Sketcher } from './Sketcher.tsx'

/** A curve or a point drawn before the run, locked, and then laid over what the run gives. */
export default function SketchFirst({ sketch, place }: { sketch: Sketch; place: string }) {
  const [drawn, setDrawn] = useState<Drawn>(() => parseDrawn(keptDrawn(place), sketch) ?? emptySketch(sketch))
  const [touched, setTouched] = useState(false)
  const [locked, setLocked] = useState(() => parseDrawn(keptDrawn(place), sketch) !== null)
  const run = useRun(sketch, locked)
  const lock = () => {
    keepDrawn(place, drawn)
    setLocked(true)
    session.reset()
    session.play()
  }
  const again = () => {
    keepDrawn(place, null)
    setLocked(false)
  }
  const isThere = run.length > RUN_POINTS && !run.some(Number.isNaN)
  return (
    <section className="predict" aria-label="Your guess">
      <p className="say">{sketch.question}</p>
      <Sketcher
        sketch={sketch}
        drawn={drawn}
        locked={locked}
        run={run}
        onDraw={(next) => {
          setTouched(true)
          setDrawn(next)
        }}
      />
      {!locked && (
        <Button disabled={!touched} onClick={lock}>
          {touched ? 'Lock it and run' : 'Draw it: with the pointer or the arrow keys'}
        </Button>
      )}
      {locked && (
        <button type="button" className="predict-again" onClick={again}>
          Draw again
        </button>
      )}
      <p className="predict-answer" aria-live="polite">
        {locked && isThere && scoreOf(sketch, drawn, run).words}
      </p>
    </section>
  )
}

/** The run so far; none while nothing is locked. */
function useRun(sketch: Sketch, locked: boolean): readonly number[] {
  const [run, setRun] = useState<readonly number[]>([])
  const seconds = useGauges(useCallback(({ nowMicros }) => Math.floor(nowMicros / 1e6), []))
  const isOver = run.length > 0 && !run.some(Number.isNaN)
  useEffect(() => {
    if (!locked) return setRun([])
    // A way back in time does not take it away.
    if (isOver || seconds === 0) return
    let gone = false
    const { node: nodeId, gauge: name, row, untilSeconds, times = 1 } = sketch
    const of = { nodeId, name, ...(row !== undefined && { row }) }
    void requestSeries([of], 0, Math.round((untilSeconds * 1e6) / RUN_POINTS), RUN_POINTS + 1).then((values) => {
      if (!gone) setRun([...values].map((value) => value * times))
    })
    return () => {
      gone = true
    }
  }, [sketch, locked, seconds, isOver])
  return run
}
