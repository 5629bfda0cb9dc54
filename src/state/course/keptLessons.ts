// How far somebody has come in each lesson, kept by this browser and nowhere else. What is read is parsed, never trusted.

const KEY = 'shardscope.lessons'
const STEPS_MAX = 99

export type Progress = {
  /** Where it stands, counted from 1. */
  step: number
  /** Steps whose check was met, and steps that were gone past without. */
  done: readonly number[]
  skipped: readonly number[]
}

const NONE: Progress = { step: 1, done: [], skipped: [] }
const now = new Map<string, Progress>()

export function keptProgress(lesson: string): Progress {
  return now.get(lesson) ?? parse(read()[lesson])
}

export function keepProgress(lesson: string, progress: Progress): void {
  now.set(lesson, progress)
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), [lesson]: progress }))
  } catch {
    // It still holds for this page.
  }
}

function read(): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}

function parse(data: unknown): Progress {
  if (typeof data !== 'object' || data === null) return NONE
  const { step, done, skipped } = data as Record<string, unknown>
  return { step: isStep(step) ? step : 1, done: steps(done), skipped: steps(skipped) }
}

const isStep = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= STEPS_MAX

const steps = (value: unknown): number[] =>
  Array.isArray(value) ? [...new Set(value.slice(0, STEPS_MAX).filter(isStep))] : []

/** Gone on from a step: it is done when its check was met, else skipped unless it was done before. */
export function goneOn(progress: Progress, step: number, isDone: boolean): Progress {
  if (isDone)
    return {
      ...progress,
      done: [...new Set([...progress.done, step])],
      skipped: progress.skipped.filter((one) => one !== step),
    }
  if (progress.done.includes(step)) return progress
  return { ...progress, skipped: [...new Set([...progress.skipped, step])] }
}
