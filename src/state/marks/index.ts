import { useStore } from 'zustand'
import { playheadMicros, scenarioStore, session, sessionStore, setStops, viewStore } from '../index.ts'
import { ask } from '../inquiry.ts'
import { createMarks } from './createMarks.ts'

// The door to marks and breakpoints: it loads with the first wish for one of them.

export { crossingKey, firstText } from './stops.ts'

export const marks = createMarks(
  { scenarioStore, sessionStore, viewStore, session, setStops, playheadMicros },
  (scenario, question, onShare) => ask(scenario, question, undefined, onShare),
  (run, afterMs) => {
    const timer = setTimeout(run, afterMs)
    return () => clearTimeout(timer)
  },
)

export const useMarks = () => useStore(marks.store)

/** Shows the marks and goes to the next one, or the one before. */
export async function goToMark(direction: 1 | -1): Promise<void> {
  if (!viewStore.getState().marks) {
    viewStore.setState({ marks: true })
    marks.show(true)
  }
  const went = await marks.go(direction)
  if (!went) viewStore.setState({ said: direction === 1 ? 'No mark comes after this.' : 'No mark stands before this.' })
}
