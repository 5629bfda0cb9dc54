import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { createEngineClient } from '../../src/state/engineClient.ts'
import { createFakeWorker, type FakeWorker, LAYOUT } from './fakeWorker.ts'

const scenario = { title: 'x' } as Scenario

function createClient() {
  const workers: FakeWorker[] = []
  const told: string[] = []
  const client = createEngineClient(
    () => {
      const worker = createFakeWorker()
      workers.push(worker)
      return worker.port
    },
    {
      onLoaded: (_, run) => void told.push(`loaded ${run}`),
      onAnswer: (answer) => void told.push(answer.type),
      onFrame: () => void told.push('frame'),
      onStaleBuffer: (buffer) => void told.push(`stale ${buffer.byteLength}`),
      onSeries: (request) => void told.push(`series ${request}`),
      onFailure: (message) => void told.push(`failure: ${message}`),
    },
  )
  const worker = () => workers.at(-1) as FakeWorker
  return { client, workers, worker, told }
}

describe('the client of the worker', () => {
  it('starts one worker, however often it is asked to', () => {
    const { client, workers } = createClient()
    client.boot()
    client.boot()
    expect(workers.length).toBe(1)
  })

  it('drops what belongs to an older document', () => {
    const { client, worker, told } = createClient()
    client.boot()
    client.load(scenario, 5)
    client.load(scenario, 5)
    worker().deliver()
    expect(told).toEqual(['loaded 2', 'arrived'])
  })

  it('keeps the memory of a frame that came too late', () => {
    const { client, worker, told } = createClient()
    client.boot()
    client.load(scenario, 0)
    client.load(scenario, 0)
    worker().port.onMessage({ type: 'frame', run: 1, buffer: new ArrayBuffer(8) })
    expect(told).toEqual(['stale 8'])
  })

  it('believes nothing that is not of the protocol', () => {
    const { client, worker, told } = createClient()
    client.boot()
    client.load(scenario, 0)
    for (const data of [
      null,
      'loaded',
      7,
      [],
      {},
      { type: 'loaded' },
      { type: 'evil', run: 1 },
      { type: 'arrived', run: '1' },
    ])
      worker().port.onMessage(data)
    expect(told).toEqual([])
  })

  it('a worker that was ended says nothing any more', () => {
    const { client, worker, told } = createClient()
    client.boot()
    client.load(scenario, 0)
    const old = worker()
    client.terminate()
    expect(old.isTerminated()).toBe(true)
    old.port.onFailure('late')
    old.port.onMessage({ type: 'loaded', run: 1, layout: LAYOUT })
    client.boot()
    expect([worker() === old, told]).toEqual([false, []])
  })

  it('says so when a worker cannot be started or is lost', () => {
    const { client, worker, told } = createClient()
    client.boot()
    worker().port.onFailure('boom')
    expect(told).toEqual(['failure: boom'])
    const lines: string[] = []
    const hopeless = createEngineClient(
      () => {
        throw new Error('forbidden')
      },
      {
        onLoaded() {},
        onAnswer() {},
        onFrame() {},
        onStaleBuffer() {},
        onSeries() {},
        onFailure: (line) => void lines.push(line),
      },
    )
    hopeless.boot()
    expect(lines).toEqual(['forbidden'])
  })
})
