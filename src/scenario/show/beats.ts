// What is shown to a class one after the other, at the press of a key.

export const BEATS = ['ask', 'run', 'answer', 'learn', 'mistake'] as const
export type Beat = (typeof BEATS)[number]

export const BEAT_WORDS: Readonly<Record<Beat, string>> = {
  ask: 'Ask',
  run: 'Run',
  answer: 'Answer',
  learn: 'What you learn',
  mistake: 'Common mistake',
}

/** Texts that a scene, or a step of a lesson, may have. */
type Told = { predict?: object | undefined; whatYouLearn?: string | undefined; commonMistake?: string | undefined }

/** The beats of a scene: what it has no words for is left out. */
export const sceneBeats = ({ predict, whatYouLearn, commonMistake }: Told): Beat[] =>
  BEATS.filter(
    (beat) =>
      (beat !== 'answer' || predict !== undefined) &&
      (beat !== 'learn' || whatYouLearn !== undefined) &&
      (beat !== 'mistake' || commonMistake !== undefined),
  )

/** A step of a lesson is one beat, or with a guess three: its next step tells what was learned. */
export const stepBeats = ({ predict }: Told): Beat[] => (predict === undefined ? ['ask'] : ['ask', 'run', 'answer'])

/** Where a key leads: to another beat, or out of these at one of their ends. */
export function turned(beats: readonly Beat[], beat: Beat, direction: 1 | -1): Beat | 'after' | 'before' {
  const next = beats[Math.max(0, beats.indexOf(beat)) + direction]
  return next ?? (direction === 1 ? 'after' : 'before')
}
