import type { Lesson, LessonStep } from '../../scenario/course/lesson.ts'
import { guessesOf, isSketch } from '../../scenario/guess.ts'
import type { Prediction } from '../../scenario/prediction.ts'
import type { Brief } from '../../scenario/scenario.ts'
import { BEAT_WORDS, type Beat, sceneBeats, stepBeats, turned } from '../../scenario/show/beats.ts'
import type { Told } from '../../scenario/show/messages.ts'
import { tryText } from '../../scenario/tryStep.ts'

/** What a class is told now: a scene, or one step of a lesson. */
export type Talk = {
  title: string
  /** Where it stands in its row; empty when it stands alone. */
  place: string
  minutes: number | null
  beats: readonly Beat[]
  question: string
  watchFor: string
  predict?: Prediction | undefined
  learn: string
  mistake: string
  /** For the teacher alone. */
  notes: Told['notes']
  /** What follows in its row, in words; null at the end. */
  after: string | null
  isStep: boolean
}

type Row = { place: string; after: string | null }

export function talkOfScene(title: string, brief: Brief, { place, after }: Row): Talk {
  const { question, watchFor, tryThis, whatYouLearn = '', commonMistake = '', minutes = null } = brief
  // A curve cannot be voted for by hands.
  const predict = guessesOf(brief).find((guess): guess is Prediction => !isSketch(guess))
  const beats = sceneBeats({ ...brief, predict })
  const notes: Told['notes'] = [
    { head: 'Ask', text: question, beat: 'ask' as const },
    { head: 'Guess first', text: predict?.question ?? '', beat: 'ask' as const },
    { head: 'Play and point', text: watchFor, beat: 'run' as const },
    {
      head: 'Then try',
      text: tryThis.map((step, i) => `${i + 1}. ${tryText(step)}`).join('\n'),
      beat: 'answer' as const,
    },
    { head: 'Take home', text: whatYouLearn, beat: 'learn' as const },
    { head: 'Where people trip', text: commonMistake, beat: 'mistake' as const },
    { head: 'Notes', text: brief.notes ?? '', beat: null },
    { head: 'Today', text: brief.correction ?? '', beat: null },
    { head: 'Facts', text: (brief.facts ?? []).join(', '), beat: null },
  ]
  return {
    ...{ title, place, after, minutes, beats, question, watchFor, predict, isStep: false },
    ...{ learn: whatYouLearn, mistake: commonMistake, notes: notes.filter(({ text }) => text !== '') },
  }
}

export function talkOfStep(lesson: Lesson, number: number): Talk {
  const step = lesson.steps[number - 1] ?? { says: '', scene: '' }
  const following: LessonStep | undefined = lesson.steps[number]
  const notes: Told['notes'] = [
    { head: 'Say', text: step.says, beat: 'ask' as const },
    { head: 'They do', text: step.asks ?? '', beat: 'ask' as const },
    { head: 'Guess', text: step.predict?.question ?? '', beat: 'ask' as const },
    { head: 'If nobody finds it', text: step.hint ?? '', beat: null },
    { head: 'The next step says', text: following?.says ?? '', beat: null },
  ]
  return {
    ...{ title: lesson.title, place: `Step ${number} of ${lesson.steps.length}`, minutes: null },
    ...{ beats: stepBeats(step), question: step.says, watchFor: step.asks ?? '', predict: step.predict },
    ...{ learn: '', mistake: '', notes: notes.filter(({ text }) => text !== ''), isStep: true },
    after: following === undefined ? null : `Step ${number + 1} of ${lesson.steps.length}`,
  }
}

/** What the key for the next page does, in words. */
export function nextWords({ beats, after }: Talk, beat: Beat): string {
  const next = turned(beats, beat, 1)
  if (next === 'after') return after ?? 'This was the last page'
  if (next === 'before') return ''
  return next === 'run' ? 'Run it' : next === 'answer' ? 'Reveal answer and hands' : BEAT_WORDS[next]
}
