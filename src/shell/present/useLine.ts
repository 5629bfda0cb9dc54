import { useEffect, useRef } from 'react'
import type { Lesson } from '../../scenario/course/lesson.ts'
import { parseOrder, type Told } from '../../scenario/show/messages.ts'
import { rowOfAnswer, voteRows } from '../../scenario/show/votes.ts'
import { type Show, useGauges, useSession } from '../../state/index.ts'
import { clockText } from '../../ui/clockText.ts'
import { openChannel } from './channel.ts'
import { isElsewhere, remoteOrder } from './remoteKeys.ts'
import { nextWords, type Talk } from './talk.ts'
import { obey } from './turn.ts'

/** Ties the class's window to the teacher's: it tells what stands here, and obeys the keys of both. */
export function useLine(show: Show, talk: Talk, lesson: Lesson | null): void {
  const clock = useGauges((gauges) => clockText(gauges.nowMicros))
  const { playing } = useSession()
  const told = toldOf(show, talk, clock, playing)
  const latest = useRef({ told, talk, lesson })
  latest.current = { told, talk, lesson }
  const say = useRef<(message: Told) => void>(() => {})
  const { id } = show

  useEffect(() => {
    const line = openChannel((data) => {
      const order = parseOrder(data, id)
      if (order === null) return
      if (order.do === 'hello') line.say(latest.current.told)
      else obey(order, latest.current.talk, latest.current.lesson)
    })
    say.current = line.say
    line.say(latest.current.told)
    return line.close
  }, [id])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const order = isElsewhere(event.target) ? null : remoteOrder(event)
      if (order === null) return
      event.preventDefault()
      event.stopPropagation()
      obey(order, latest.current.talk, latest.current.lesson)
    }
    // Before the page's own keys, which mean something else by a full stop; after a lesson's, which take digits behind a `g`.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
  const text = JSON.stringify(told)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it says something else, not when it is another object
  useEffect(() => {
    say.current(latest.current.told)
  }, [text])
}

function toldOf({ id, beat, isDark, rounds, answer }: Show, talk: Talk, clock: string, isPlaying: boolean): Told {
  const rows = voteRows(talk.predict)
  return {
    ...{ show: id, title: talk.title, place: talk.place, minutes: talk.minutes, beats: [...talk.beats], beat },
    ...{ next: nextWords(talk, beat), isDark, isPlaying, clock, notes: [...talk.notes] },
    ...{ rows: rows.map(({ text }) => text), rounds: rounds.map((round) => [...round]) },
    rightRow: answer === null ? -1 : rowOfAnswer(rows, answer),
  }
}
