import { expect, test } from 'vitest'
import type { Answer, Question } from '../../src/protocol/inquiry.ts'
import { ask, type InquiryPort } from '../../src/state/inquiry.ts'
import { builtIn } from '../scenario/sixScenes.ts'

const scenario = builtIn('one-shard')!
const QUESTION: Question = { kind: 'order', key: null, untilMicros: 0 }

function fakePort() {
  const port: InquiryPort & { ended: number; asked: unknown[] } = {
    ...{ onmessage: null, onerror: null, ended: 0, asked: [] },
    postMessage: (message) => void port.asked.push(message),
    terminate: () => void (port.ended += 1),
  }
  return port
}

test('one thread for one question, gone with its answer', async () => {
  const port = fakePort()
  const { answer } = ask(scenario, QUESTION, () => port)
  expect(port.asked).toEqual([{ document: scenario, question: QUESTION }])
  const said: Answer = { kind: 'order', total: 0, causes: {}, byConsumer: {}, inversions: [], isCut: false }
  port.onmessage?.({ data: said })
  expect(await answer).toEqual(said)
  expect(port.ended).toBe(1)
})

test.each([null, 7, { kind: 'gossip' }])('what is no answer (%j) is said to be none', async (data) => {
  const port = fakePort()
  const { answer } = ask(scenario, QUESTION, () => port)
  port.onmessage?.({ data })
  expect(await answer).toEqual({ kind: 'none', message: 'The answer could not be read.' })
})

test('a thread that fails or cannot be started is an answer with the reason', async () => {
  const port = fakePort()
  const failed = ask(scenario, QUESTION, () => port)
  port.onerror?.({ message: 'out of memory' })
  expect(await failed.answer).toEqual({ kind: 'none', message: 'The run could not be played again: out of memory.' })
  const blocked = ask(scenario, QUESTION, () => {
    throw new Error('no threads here')
  })
  expect(await blocked.answer).toEqual({ kind: 'none', message: 'no threads here' })
})

test('cancelling ends the thread', () => {
  const port = fakePort()
  ask(scenario, QUESTION, () => port).cancel()
  expect(port.ended).toBe(1)
})

test('how far the run has been played is told before the answer, and never for one', async () => {
  const port = fakePort()
  const shares: number[] = []
  const { answer } = ask(
    scenario,
    QUESTION,
    () => port,
    (share) => void shares.push(share),
  )
  for (const share of [0.1, 0.55, 1]) port.onmessage?.({ data: { kind: 'share', share } })
  port.onmessage?.({ data: { kind: 'none', message: 'enough' } })
  expect(await answer).toEqual({ kind: 'none', message: 'enough' })
  expect(shares).toEqual([0.1, 0.55, 1])
})

test.each([-1, 1.5, Number.NaN, 'half'])('a share of %j is no share', async (share) => {
  const port = fakePort()
  const { answer } = ask(scenario, QUESTION, () => port)
  port.onmessage?.({ data: { kind: 'share', share } })
  expect(await answer).toEqual({ kind: 'none', message: 'The answer could not be read.' })
})
