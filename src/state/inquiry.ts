import type { Answer, Question } from '../protocol/inquiry.ts'
import type { Scenario } from '../scenario/scenario.ts'

// The second door of this layer: it loads with the first question to a run.

/** The part of a Worker that a question needs; tests put another one in its place. */
export type InquiryPort = {
  postMessage: (message: { document: Scenario; question: Question }) => void
  terminate: () => void
  onmessage: ((event: { data: unknown }) => void) | null
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null
}

export type Inquiry = { answer: Promise<Answer>; cancel: () => void }

const startWorker = (): InquiryPort =>
  new Worker(new URL('../worker/inquiry.worker.ts', import.meta.url), { type: 'module' }) as InquiryPort

const KINDS: ReadonlySet<unknown> = new Set([
  'life',
  'ofKey',
  'order',
  'firsts',
  'crossings',
  'refusals',
  'latency',
  'none',
] satisfies Answer['kind'][])

/**
 * Asks about the run of this scenario. A thread of its own plays it again, however long that takes; the run that is shown goes on.
 * Never rejects: what goes wrong is an answer of kind `none`. A cancelled question has no answer. `onShare` hears how much of the run
 * has been played, 0 to 1.
 */
export function ask(
  scenario: Scenario,
  question: Question,
  start: () => InquiryPort = startWorker,
  onShare: (share: number) => void = () => {},
): Inquiry {
  let worker: InquiryPort | null = null
  const end = () => {
    worker?.terminate()
    worker = null
  }
  const answer = new Promise<Answer>((resolve) => {
    const tell = (said: Answer) => {
      end()
      resolve(said)
    }
    try {
      worker = start()
    } catch (error) {
      tell({ kind: 'none', message: error instanceof Error ? error.message : 'The run could not be played again.' })
      return
    }
    worker.onmessage = ({ data }) => {
      const share = shareIn(data)
      if (share !== null) onShare(share)
      else tell(isAnswer(data) ? data : { kind: 'none', message: 'The answer could not be read.' })
    }
    worker.onerror = (event) => {
      event.preventDefault?.()
      tell({ kind: 'none', message: `The run could not be played again: ${event.message ?? 'no reason was given'}.` })
    }
    worker.postMessage({ document: scenario, question })
  })
  return { answer, cancel: end }
}

const isAnswer = (data: unknown): data is Answer =>
  typeof data === 'object' && data !== null && KINDS.has((data as { kind?: unknown }).kind)

function shareIn(data: unknown): number | null {
  const { kind, share } = (data ?? {}) as { kind?: unknown; share?: unknown }
  return kind === 'share' && typeof share === 'number' && share >= 0 && share <= 1 ? share : null
}
