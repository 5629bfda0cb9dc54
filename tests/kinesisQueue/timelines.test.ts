import { describe, test } from 'vitest'
import type { Intervention } from '../../src/scenario/scenario.ts'
import { expectTimeline, stepsOf } from '../engine/timeline.ts'
import { engineOf, gaugeOf, type QueueScene, queueIn } from './queueScene.ts'

/**
 * Draws calls on Kinesis queues of one on-demand stream, whose records are named by their keys:
 *   put A B              to the stream
 *   receive [N] [@QUEUE] what comes, each with its receive count: `A1 B1`
 *   ack A [@QUEUE]       with the newest handle, `ack A old` with the first
 *   restore, keep HOURS  RestoreDeadLetterQueueRecords; the stream's retention
 *   counts               visible, in flight, dead letters, acknowledged, expired of the first queue
 *   stream               how many records the stream has
 */
function expectQueues(drawing: string, scene: Partial<QueueScene> = {}): void {
  const steps = stepsOf(drawing)
  const planned = steps.flatMap(({ seconds, action }): Intervention[] => {
    const at = Math.round(Number(seconds) * 1e6)
    const [verb, ...words] = action.split(' ')
    if (verb === 'put') return words.map((key) => ({ at, node: 'orders', action: 'put', key, bytes: 100 }))
    if (verb === 'keep')
      return [{ at, node: 'orders', action: 'set', field: 'retentionHours', value: Number(words[0]) }]
    return verb === 'restore' ? [{ at, node: 'queue-0', action: 'redrive' }] : []
  })
  const last = Number(steps.at(-1)!.seconds)
  const engine = engineOf({ queues: [{}], durationSeconds: last + 1, interventions: planned, ...scene })
  const handles = new Map<string, [number, number, number][]>()
  const { records, keys } = engine.world
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    engine.run(micros, Number.POSITIVE_INFINITY)
    const at = words.find((word) => word.startsWith('@'))
    const number = Number(at?.slice(1) ?? 0)
    const queue = queueIn(engine, number).asQueue
    const [first, more] = words.filter((word) => word !== at)
    if (verb === 'receive') {
      const slots = new Int32Array(100)
      const count = queue.receive(Number(first ?? 10), slots, engine.now)
      const seen = [...slots.subarray(0, count)].map((slot) => {
        const name = keys.names[records.keyOf(queue.recordOf(queue.messageOf(slot)))]!
        const own = `${name}@${number}`
        handles.set(own, [...(handles.get(own) ?? []), [slot, queue.messageOf(slot), queue.receivesOf(slot)]])
        return `${name}${queue.receivesOf(slot)}`
      })
      return seen.join(' ') || 'nothing'
    }
    if (verb === 'ack') {
      const own = handles.get(`${first}@${number}`) ?? []
      const [slot, message, receives] = (more === 'old' ? own[0] : own.at(-1))!
      return queue.delete(slot, message, receives, engine.now) === 0 ? 'ok' : 'nothing'
    }
    if (verb === 'stream') {
      engine.settle()
      return `${engine.streams[0]!.shards.reduce((sum, { tip, trim }) => sum + tip - trim, 0)} records`
    }
    if (verb !== 'counts') return 'ok'
    const [visible, inFlight, dead, acknowledged] = COUNTS.map((name) => gaugeOf(engine, name))
    const expired = gaugeOf(engine, 'expiredTotal') + gaugeOf(engine, 'deadExpiredTotal')
    return `${visible} visible, ${inFlight} in flight, ${dead} dead, ${acknowledged} acknowledged, ${expired} expired`
  })
}

const COUNTS = ['visible', 'inFlight', 'deadLetters', 'acknowledgedTotal']

describe('a Kinesis queue in a scene', () => {
  test('KIN6.02 received, hidden for 30 s, received again, acknowledged; the stream keeps every record', () => {
    expectQueues(`
      0      put A B        ok
      1      receive 1      A1
      1      receive        B1
      2      receive        nothing
      2      ack B          ok
      2      counts         0 visible, 1 in flight, 0 dead, 1 acknowledged, 0 expired
      30.9   receive        nothing
      31     receive        A2
      32     ack A old      nothing
      33     ack A          ok
      34     counts         0 visible, 0 in flight, 0 dead, 2 acknowledged, 0 expired
      100    receive        nothing
      100    stream         2 records
    `)
  })

  test('KIN6.02 the newest handle works after its timeout too, until the record is received again', () => {
    expectQueues(
      `
      0      put A          ok
      1      receive        A1
      9      ack A          ok
      20     receive        nothing
      20     counts         0 visible, 0 in flight, 0 dead, 1 acknowledged, 0 expired
      `,
      { queues: [{ own: { visibilityTimeoutSeconds: 5 } }] },
    )
  })

  test('KIN6.02 a receive brings at most ten records', () => {
    expectQueues(`
      0      put A B C D E F G H I J K L    ok
      1      receive 100    A1 B1 C1 D1 E1 F1 G1 H1 I1 J1
      1      receive 100    K1 L1
    `)
  })

  test('KIN6.02 two queues on one stream are independent: an acknowledgement hides a record from its own queue alone', () => {
    expectQueues(
      `
      0      put A B        ok
      1      receive 1 @0   A1
      1      ack A @0       ok
      2      receive @1     A1 B1
      3      ack B @1       ok
      4      receive @0     B1
      32     receive @1     A2
      40     stream         2 records
      `,
      { queues: [{}, {}] },
    )
  })

  test('KIN6.02 made during the run it begins with the newest record, or with the oldest that is left: a stream can be replayed', () => {
    const late = { startSeconds: 10, startPosition: 'TRIM_HORIZON' } as const
    const drawing = (first: string) => `
      0      put A          ok
      5      put B          ok
      9      receive @1     nothing
      10     receive @1     ${first}
      11     put C          ok
      12     receive @1     C1
    `
    expectQueues(drawing('A1 B1'), { queues: [{}, { own: late }] })
    expectQueues(drawing('nothing'), { queues: [{}, { own: { ...late, startPosition: 'LATEST' } }] })
  })

  test('KIN6.04 received six times and never acknowledged, a record is a dead letter in the same queue; restored, it begins anew', () => {
    const receives = [1, 2, 3, 4, 5, 6].map((count) => `${count * 10}   receive   A${count}`).join('\n')
    expectQueues(
      `
      0      put A          ok
      ${receives}
      66     counts         0 visible, 0 in flight, 1 dead, 0 acknowledged, 0 expired
      66     ack A          nothing
      70     receive        nothing
      80     restore        ok
      80     receive        A1
      81     ack A          ok
      81     counts         0 visible, 0 in flight, 0 dead, 1 acknowledged, 0 expired
      81     stream         1 records
      `,
      { queues: [{ own: { visibilityTimeoutSeconds: 5 } }] },
    )
  })

  test('KIN6.04 without dead letters (NONE) it comes back for ever', () => {
    const receives = Array.from({ length: 9 }, (_, i) => `${(i + 1) * 10}   receive   A${i + 1}`).join('\n')
    expectQueues(`0   put A   ok\n${receives}`, {
      queues: [{ own: { visibilityTimeoutSeconds: 5, maxReceiveCount: 0 } }],
    })
  })

  test('KIN6.01, KIN6.04 what nobody acknowledges goes with the retention of the stream: waiting, received or dead', () => {
    expectQueues(
      `
      0      put A          ok
      1      receive        A1
      6      counts         0 visible, 0 in flight, 1 dead, 0 acknowledged, 0 expired
      20     put B          ok
      30     put C          ok
      35     receive 1      B1
      36     counts         1 visible, 1 in flight, 0 dead, 0 acknowledged, 1 expired
      40     keep 0.005     ok
      40     ack B          nothing
      40     counts         1 visible, 0 in flight, 0 dead, 0 acknowledged, 2 expired
      47     stream         1 records
      48     counts         0 visible, 0 in flight, 0 dead, 0 acknowledged, 3 expired
      48     receive        nothing
      48     stream         0 records
      `,
      {
        queues: [{ own: { visibilityTimeoutSeconds: 5, maxReceiveCount: 1 } }],
        stream: { retentionHours: 0.01 },
      },
    )
  })
})
