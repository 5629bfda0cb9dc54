import { goToStep } from '../../panels/course/openStep.ts'
import type { Lesson } from '../../scenario/course/lesson.ts'
import type { Beat } from '../../scenario/show/beats.ts'
import { turned } from '../../scenario/show/beats.ts'
import type { Order } from '../../scenario/show/messages.ts'
import { raise, voteAgain } from '../../scenario/show/votes.ts'
import { playheadMicros, type Show, session, viewStore } from '../../state/index.ts'
import { endShow } from './startShow.ts'
import type { Talk } from './talk.ts'
import { goToScene } from './workshopSteps.ts'

const change = (by: Partial<Show>): void =>
  viewStore.setState(({ show }) => (show === undefined ? {} : { show: { ...show, ...by } }))

/** A page that has just been opened is asked about before it runs. */
export function beginPage({ isStep }: Pick<Talk, 'isStep'>): void {
  change({ beat: 'ask', rounds: [[]], answer: null })
  // A step of a lesson says itself whether it waits.
  if (isStep) return
  session.pause()
  if (playheadMicros() > 0) session.seek(0)
}

export const setAnswer = (answer: number): void => change({ answer })

/** Does what a key of either window asks for. */
export function obey({ do: what, row }: Pick<Order, 'do' | 'row'>, talk: Talk, lesson: Lesson | null): void {
  const { show } = viewStore.getState()
  if (show === undefined) return
  if (what === 'dark') change({ isDark: !show.isDark })
  else if (what === 'raise' || what === 'lower') change({ rounds: raise(show.rounds, row, what === 'raise' ? 1 : -1) })
  else if (what === 'again') change({ rounds: voteAgain(show.rounds) })
  else if (what === 'play') session.toggle()
  else if (what === 'end') endShow()
  // A dark screen first shows again what stood there.
  else if (show.isDark) change({ isDark: false })
  else turn(what === 'back' ? -1 : 1, show.beat, talk, lesson)
}

function turn(direction: 1 | -1, beat: Beat, talk: Talk, lesson: Lesson | null): void {
  // Another page is on its way.
  if (viewStore.getState().course?.opens !== undefined) return
  const next = turned(talk.beats, beat, direction)
  if (next === 'after' || next === 'before') {
    const { course, workshop } = viewStore.getState()
    const step = (course?.step ?? 1) + direction
    if (course === undefined && workshop !== undefined) goToScene(workshop, workshop.at + direction)
    else if (lesson !== null && step >= 1 && step <= lesson.steps.length) goToStep(lesson, step)
    return
  }
  change({ beat: next })
  if (direction === 1) enter(next, talk)
}

/** Only on the way forward: who turns back wants to see, and not to do it once more. */
function enter(beat: Beat, { predict, isStep }: Talk): void {
  if (beat === 'run') {
    if (!isStep && playheadMicros() > 0) session.seek(0)
    session.play()
  }
  if (beat === 'answer' && predict !== undefined) {
    session.pause()
    const at = Math.round(predict.atSeconds * 1e6)
    if (playheadMicros() < at) session.seek(at)
  }
}
