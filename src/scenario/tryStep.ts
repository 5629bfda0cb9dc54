import type { Change, TryStep } from './brief.ts'
import type { Intervention } from './scenario.ts'

// Something to try: a sentence, and what it changes where its author has recorded that.

export const tryText = (step: TryStep): string => (typeof step === 'string' ? step : step.text)
export const changesOf = (step: TryStep): readonly Change[] => (typeof step === 'string' ? [] : step.changes)
/** A step without changes is its sentence, so that equal steps are equal documents. */
export const tryStep = (text: string, changes: readonly Change[]): TryStep =>
  changes.length === 0 ? text : { text, changes: [...changes] }

export const stepAt = (change: Change, at: number): Intervention => ({ ...change, at }) as Intervention
