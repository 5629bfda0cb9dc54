import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeliveryFault } from '../../src/engine/sandbox/sns/deliveryFault.ts'
import { runs } from '../runs.ts'
import { codeOf, SECOND, snsBench } from './bench.ts'

const QUEUES = ['a', 'b', 'c']
const CITIES = ['rome', 'oslo']

type Step =
  | { do: 'publish'; group: number; city: number }
  | { do: 'subscribe'; queue: number; city: number }
  | { do: 'unsubscribe'; queue: number }
  | { do: 'advance'; micros: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('publish'), group: fc.nat(2), city: fc.nat(1) } as const) },
  // city 2: no filter
  { weight: 2, arbitrary: fc.record({ do: fc.constant('subscribe'), queue: fc.nat(2), city: fc.nat(2) } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unsubscribe'), queue: fc.nat(2) } as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('advance'), micros: fc.nat(5 * SECOND) } as const) },
)

const fault: fc.Arbitrary<DeliveryFault> = fc
  .record({ queue: fc.nat(2), from: fc.nat(20 * SECOND), length: fc.nat(30 * SECOND), isLost: fc.boolean() })
  .map(({ queue, from, length, isLost }) => ({
    queue: `${QUEUES[queue]!}.fifo`,
    from,
    until: from + length,
    kind: isLost ? 'answerLost' : 'unreachable',
  }))

/** Long enough that something happens while a way is cut, and after it. */
const schedule = fc.array(step, { minLength: 15, maxLength: 60 })
const faulty = fc.array(fault, { minLength: 0, maxLength: 4 })

/** Plays the steps; every message's body is its number. */
function play(steps: readonly Step[], faults: DeliveryFault[], isFifo: boolean) {
  const end = isFifo ? '.fifo' : ''
  const bench = snsBench({ faults: faults.map((each) => ({ ...each, queue: each.queue.replace('.fifo', end) })) })
  const { sns } = bench
  const queues = QUEUES.map((name) => bench.queue(name + end))
  const { TopicArn } = sns.CreateTopic({ Name: `t${end}`, Attributes: isFifo ? { FifoTopic: 'true' } : {} })
  const subscribed = new Map<number, { arn: string; city: number }>()
  /** What each queue must get, in the order of publishing: number and group. */
  const expected: { body: string; group: number }[][] = QUEUES.map(() => [])
  let published = 0
  for (const each of steps) {
    if (each.do === 'advance') bench.advanceTo(bench.now() + each.micros)
    if (each.do === 'unsubscribe') {
      const arn = subscribed.get(each.queue)?.arn
      if (arn !== undefined) {
        sns.Unsubscribe({ SubscriptionArn: arn })
        // A subscription that ends takes with it what waits for another attempt.
        const arrived = bench.bodies(queues[each.queue]!)
        expected[each.queue] = expected[each.queue]!.filter(({ body }) => arrived.includes(body))
      }
      subscribed.delete(each.queue)
    }
    if (each.do === 'subscribe' && !subscribed.has(each.queue)) {
      const filter = each.city < 2 ? { FilterPolicy: JSON.stringify({ city: [CITIES[each.city]] }) } : {}
      const { SubscriptionArn } = sns.Subscribe({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: queues[each.queue]!,
        Attributes: { RawMessageDelivery: 'true', ...filter },
      })
      subscribed.set(each.queue, { arn: SubscriptionArn, city: each.city })
    }
    if (each.do === 'publish') {
      const body = String(published++)
      sns.Publish({
        TopicArn,
        Message: body,
        MessageAttributes: { city: { DataType: 'String', StringValue: CITIES[each.city]! } },
        ...(isFifo && { MessageGroupId: `g${each.group}`, MessageDeduplicationId: body }),
      })
      for (const [queue, { city }] of subscribed)
        if (city === 2 || city === each.city) expected[queue]!.push({ body, group: each.group })
    }
  }
  // Longer than any fault and the retry after it.
  bench.advanceTo(bench.now() + 200 * SECOND)
  return { bench, queues, expected }
}

/** Bodies without repeats, which an answer that was lost makes. */
const once = (bodies: readonly unknown[]) => [...new Set(bodies)]

const tried = { seed: 20261125, numRuns: runs(800) }

test.each([false, true])(
  'SNS.01 copies are publishes times subscriptions that want them (FIFO topic: %s)',
  (isFifo) => {
    fc.assert(
      fc.property(schedule, faulty, (steps, faults) => {
        const { bench, queues, expected } = play(steps, faults, isFifo)
        queues.forEach((queue, q) => {
          const got = once(bench.bodies(queue)).map(String).sort()
          const wanted = expected[q]!.map(({ body }) => body).sort()
          expect(got).toEqual(wanted)
        })
      }),
      tried,
    )
  },
)

test('SNS.06 a FIFO topic hands each group over in order, whatever fails on the way', () => {
  fc.assert(
    fc.property(schedule, faulty, (steps, faults) => {
      const { bench, queues, expected } = play(steps, faults, true)
      queues.forEach((queue, q) => {
        for (const group of [0, 1, 2]) {
          const wanted = expected[q]!.filter((message) => message.group === group).map(({ body }) => body)
          const got = once(
            bench
              .arrived(queue)
              .filter(({ groupId }) => groupId === `g${group}`)
              .map(({ body }) => body),
          )
          expect(got).toEqual(wanted)
        }
      })
    }),
    tried,
  )
})

test.each([false, true])(
  'SNS.10 nothing that was published before the subscription arrives (FIFO topic: %s)',
  (isFifo) => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.array(fault, { maxLength: 2 }), (before, after, faults) => {
        const publish: Step = { do: 'publish', group: 0, city: 0 }
        const steps: Step[] = [
          ...Array.from({ length: before }, () => publish),
          { do: 'subscribe', queue: 0, city: 2 },
          ...Array.from({ length: after }, () => publish),
        ]
        const { bench, queues } = play(steps, faults, isFifo)
        const got = once(bench.bodies(queues[0]!)).map(Number)
        expect(got.sort((a, b) => a - b)).toEqual(Array.from({ length: after }, (_, i) => before + i))
      }),
      tried,
    )
  },
)

test('SNS.03 however calls are cut into batches, no more messages pass than the quota of the account refills', () => {
  const call = fc.record({ messages: fc.integer({ min: 1, max: 10 }), pause: fc.nat(8000), isFifo: fc.boolean() })
  fc.assert(
    fc.property(fc.array(call, { minLength: 40, maxLength: 120 }), (calls) => {
      const { sns, now, advanceTo } = snsBench({ region: 'eu-north-1' })
      const standard = sns.CreateTopic({ Name: 's' }).TopicArn
      const fifo = sns.CreateTopic({ Name: 'f.fifo', Attributes: { FifoTopic: 'true' } }).TopicArn
      let tokens = 300
      let countedAt = 0
      let id = 0
      for (const { messages, pause, isFifo } of calls) {
        advanceTo(now() + pause)
        tokens = Math.min(300, tokens + ((now() - countedAt) * 300) / 1e6)
        countedAt = now()
        const entries = Array.from({ length: messages }, (_, i) => ({
          Id: String(i),
          Message: 'x',
          ...(isFifo && { MessageGroupId: `g${id % 50}`, MessageDeduplicationId: String(id++) }),
        }))
        const TopicArn = isFifo ? fifo : standard
        let passed = 0
        const code = codeOf(() => {
          passed = sns.PublishBatch({ TopicArn, PublishBatchRequestEntries: entries }).Successful.length
        })
        // In this Region FIFO topics may publish 3,000 a second and standard ones 300: the lower quota binds these alone.
        if (isFifo) expect([code, passed]).toEqual(['ok', messages])
        else {
          const room = Math.floor(tokens + 1e-6)
          expect(passed).toBe(Math.min(messages, room))
          expect(code).toBe(room > 0 ? 'ok' : 'Throttled')
          tokens -= passed
        }
      }
    }),
    { seed: 20261125, numRuns: runs(100) },
  )
})
