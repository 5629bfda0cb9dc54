import type { Question } from '../protocol/inquiry.ts'
import { answerTo } from './compile/answer.ts'

// The door of the thread that plays a run again for one question: one message in, one out, and how far it is in between.

declare const self: DedicatedWorkerGlobalScope

self.onmessage = (event: MessageEvent<{ document: unknown; question: Question }>) => {
  const { document, question } = event.data
  self.postMessage(answerTo(document, question, (share) => self.postMessage({ kind: 'share', share })))
}
