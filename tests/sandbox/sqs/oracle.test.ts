import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/engine/index.ts'
import { expectIs } from '../../quickly.ts'
import { runs } from '../../runs.ts'
import { PlainQueue, type PlainSettings } from './plainQueue.ts'
import { arnOf } from './queueDrawing.ts'
import { refusal } from './refusal.ts'

const SECOND = 1e6

type Name = 'Q' | 'D'
type Step =
  | { do: 'send'; queue: Name; delay: number | null }
  | { do: 'receive'; queue: Name; most: number; timeout: number | null; wait: number }
  | { do: 'delete'; which: number }
  | { do: 'hide'; which: number; timeout: number }
  | { do: 'purge'; queue: Name }
  | { do: 'set'; settings: PlainSettings }

const seconds = (max: number) => fc.integer({ min: 0, max })
const queue = fc.constantFrom<Name>('Q', 'Q', 'Q', 'D')
const settings: fc.Arbitrary<PlainSettings> = fc.record({
  timeout: seconds(20),
  retention: fc.integer({ min: 60, max: 120 }),
  delay: fc.constantFrom(0, 0, 3),
  maxReceiveCount: fc.integer({ min: 1, max: 4 }),
})
const kind = <T extends Step['do']>(name: T) => fc.constant(name)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: kind('send'), queue, delay: fc.option(seconds(20)) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: kind('receive'),
      queue,
      most: fc.integer({ min: 1, max: 10 }),
      timeout: fc.option(seconds(15)),
      wait: fc.constantFrom(1, 1, 1, 7, 20),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: kind('delete'), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: kind('hide'), which: fc.nat(), timeout: seconds(20) }) },
  { weight: 1, arbitrary: fc.record({ do: kind('purge'), queue }) },
  { weight: 1, arbitrary: fc.record({ do: kind('set'), settings }) },
)

/** The sandbox and, beside it, two plain queues that are told the same. */
class Pair {
  private readonly box = createSandbox()
  private readonly plain: Record<Name, PlainQueue>
  private readonly handles: { queue: Name; ReceiptHandle: string; number: number; receives: number }[] = []
  private readonly purgedAt = { Q: -Infinity, D: -Infinity }
  private sent = 0

  constructor(start: PlainSettings) {
    this.plain = { Q: new PlainQueue(start), D: new PlainQueue(start) }
    this.plain.Q.deadLetters = this.plain.D
    this.box.sqs.CreateQueue({ QueueName: 'D', Attributes: attributesOf(start) })
    this.box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { ...attributesOf(start), RedrivePolicy: policyOf(start) } })
    this.pass(1)
  }

  pass(duration: number): void {
    this.box.advance(duration * SECOND)
    this.playTo(this.now)
  }

  act(step: Step): void {
    if (step.do === 'send') this.send(step.queue, step.delay)
    else if (step.do === 'receive') this.receive(step)
    else if (step.do === 'delete') this.delete(step.which)
    else if (step.do === 'hide') this.hide(step.which, step.timeout)
    else if (step.do === 'purge') this.purge(step.queue)
    else this.set(step.settings)
  }

  compare(): void {
    for (const name of ['Q', 'D'] as const) {
      const { Attributes } = this.box.sqs.GetQueueAttributes({ QueueUrl: this.url(name) })
      const counts = this.plain[name].counts()
      for (const [i, what] of ['', 'NotVisible', 'Delayed'].entries())
        expectIs(Number(Attributes[`ApproximateNumberOfMessages${what}`]), counts[i], `${name}: ${what}`)
    }
  }

  private send(name: Name, delay: number | null): void {
    const MessageBody = `m${++this.sent}`
    this.box.sqs.SendMessage({ QueueUrl: this.url(name), MessageBody, ...(delay !== null && { DelaySeconds: delay }) })
    this.plain[name].send(MessageBody, this.now, delay ?? undefined)
  }

  private receive({ queue, most, timeout, wait }: Extract<Step, { do: 'receive' }>): void {
    const until = this.now + wait
    const expected = this.plainReceive(queue, most, timeout, until)
    const { Messages } = this.box.sqs.ReceiveMessage({
      QueueUrl: this.url(queue),
      MaxNumberOfMessages: most,
      WaitTimeSeconds: wait,
      ...(timeout !== null && { VisibilityTimeout: timeout }),
    })
    expect(Messages.map(({ Body, Attributes }) => [Body, Number(Attributes['ApproximateReceiveCount'])])).toEqual(
      expected.messages.map(({ body, receives }) => [body, receives]),
    )
    expectIs(this.now, expected.at)
    expected.messages.forEach(({ number, receives }, i) => {
      this.handles.push({ queue, ReceiptHandle: Messages[i]!.ReceiptHandle, number, receives })
    })
  }

  private plainReceive(name: Name, most: number, timeout: number | null, until: number) {
    const plain = this.plain[name]
    let at = this.now
    for (;;) {
      const messages = plain.receive(most, at, timeout ?? undefined)
      if (messages.length > 0) return { messages, at }
      const next = Math.min(this.plain.Q.nextChange(), this.plain.D.nextChange())
      if (next > until) return { messages, at: until }
      at = next
      this.playTo(at)
    }
  }

  private delete(which: number): void {
    const handle = this.handles[which % Math.max(1, this.handles.length)]
    if (handle === undefined) return
    this.box.sqs.DeleteMessage({ QueueUrl: this.url(handle.queue), ReceiptHandle: handle.ReceiptHandle })
    this.plain[handle.queue].delete(handle.number, handle.receives)
  }

  private hide(which: number, timeout: number): void {
    const handle = this.handles[which % Math.max(1, this.handles.length)]
    if (handle === undefined) return
    const { queue, ReceiptHandle, number, receives } = handle
    const call = { QueueUrl: this.url(queue), ReceiptHandle, VisibilityTimeout: timeout }
    const seen = refusal(() => this.box.sqs.ChangeMessageVisibility(call))
    const expected = this.plain[queue].hide(number, receives, timeout, this.now)
    expectIs(seen, expected === 'gone' ? 'InvalidParameterValue SQS.06' : 'taken')
  }

  private purge(name: Name): void {
    const seen = refusal(() => this.box.sqs.PurgeQueue({ QueueUrl: this.url(name) }))
    const isTooSoon = this.now < this.purgedAt[name] + 60
    expectIs(seen, isTooSoon ? 'PurgeQueueInProgress SQS.18' : 'taken')
    if (isTooSoon) return
    this.purgedAt[name] = this.now
    this.plain[name].purge()
  }

  private set(settings: PlainSettings): void {
    Object.assign(this.plain.Q.settings, settings)
    const Attributes = { ...attributesOf(settings), RedrivePolicy: policyOf(settings) }
    this.box.sqs.SetQueueAttributes({ QueueUrl: this.url('Q'), Attributes })
    this.plain.Q.change(this.now)
  }

  private playTo(until: number): void {
    for (;;) {
      const next = Math.min(this.plain.Q.nextChange(), this.plain.D.nextChange())
      if (next > until) return
      // A retention that was made shorter has run out already: that is now, never earlier.
      this.plain.Q.change(next)
      this.plain.D.change(next)
    }
  }

  private get now(): number {
    return this.box.now() / SECOND
  }

  private url(name: Name): string {
    return this.box.sqs.GetQueueUrl({ QueueName: name }).QueueUrl
  }
}

const attributesOf = ({ timeout, retention, delay }: PlainSettings) => ({
  VisibilityTimeout: timeout,
  MessageRetentionPeriod: retention,
  DelaySeconds: delay,
})
const policyOf = ({ maxReceiveCount }: PlainSettings) => ({ deadLetterTargetArn: arnOf('D'), maxReceiveCount })

test('SQS.14 a random conversation with a queue and its dead-letter queue goes as with plain lists of messages', () => {
  fc.assert(
    fc.property(
      settings,
      fc.array(fc.tuple(seconds(12), step), { minLength: 5, maxLength: 120 }),
      (start, conversation) => {
        const pair = new Pair(start)
        for (const [pause, one] of conversation) {
          pair.pass(pause)
          pair.act(one)
          pair.compare()
        }
      },
    ),
    { numRuns: runs(2000) },
  )
})
