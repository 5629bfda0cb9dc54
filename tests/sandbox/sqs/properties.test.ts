import fc from 'fast-check'
import { test } from 'vitest'
import { ApiError } from '../../../src/engine/index.ts'
import { digestOf, fingerprintText } from '../../../src/engine/kernel/digest.ts'
import { SnapshotWriter } from '../../../src/engine/kernel/state.ts'
import { SandboxWorld } from '../../../src/engine/sandbox/sandboxWorld.ts'
import type { SandboxQueue } from '../../../src/engine/sandbox/sqs/sandboxQueue.ts'
import { Sqs } from '../../../src/engine/sandbox/sqs/sqs.ts'
import type { SqsAccount } from '../../../src/engine/sandbox/sqs/sqsAccount.ts'
import { sqsLimitsOf } from '../../../src/engine/sandbox/sqs/sqsLimits.ts'
import * as Count from '../../../src/engine/sqs/queueCounters.ts'
import { expectIs } from '../../quickly.ts'
import { runs } from '../../runs.ts'
import { arnOf } from './queueDrawing.ts'

const SECOND = 1e6

/** SQS with a look behind its door. */
class Opened {
  readonly sandbox: SandboxWorld
  readonly sqs: Sqs

  constructor(seed: number, faults = {}) {
    this.sandbox = new SandboxWorld(seed)
    this.sqs = new Sqs(this.sandbox, 'us-east-1', sqsLimitsOf('today', 'us-east-1', true), faults)
    this.sqs.CreateQueue({ QueueName: 'D', Attributes: { VisibilityTimeout: 5 } })
    const RedrivePolicy = { deadLetterTargetArn: arnOf('D'), maxReceiveCount: 3 }
    this.sqs.CreateQueue({
      QueueName: 'Q',
      Attributes: { VisibilityTimeout: 5, MessageRetentionPeriod: 60, RedrivePolicy },
    })
  }

  get queues(): SandboxQueue[] {
    const { account } = this.sqs as unknown as { account: SqsAccount }
    return ['Q', 'D'].map((name) => account.byName(name))
  }

  url(name: string): string {
    return this.sqs.GetQueueUrl({ QueueName: name }).QueueUrl
  }

  /** Everything there is, as one number. */
  fingerprint(): string {
    const writer = new SnapshotWriter()
    this.sandbox.world.state.save(writer)
    const attributes = this.queues.map((queue) => JSON.stringify(queue.attributes())).join()
    return `${fingerprintText(...digestOf(writer.view()))} ${this.sandbox.now} ${attributes}`
  }
}

const call = fc.record({
  pause: fc.integer({ min: 0, max: 8 }),
  queue: fc.constantFrom('Q', 'Q', 'D'),
  which: fc.nat(),
  what: fc.constantFrom(
    'send',
    'send',
    'batch',
    'receive',
    'receive',
    'receive',
    'delete',
    'hide',
    'purge',
    'move',
    'set',
  ),
  /** Numbers that are often beyond what the parameter allows. */
  number: fc.constantFrom(-1, 0, 1, 3, 10, 11, 20, 21, 900, 901, 43_200, 43_201),
  tenant: fc.constantFrom('', 'A', 'B', 'C'),
})
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never

/** Makes one call; handles and what was told are kept in `seen`. */
function make(opened: Opened, one: Call, seen: Seen): void {
  const { sqs } = opened
  const QueueUrl = opened.url(one.queue)
  const handle = seen.handles[one.which % Math.max(1, seen.handles.length)]
  const own = { QueueUrl: handle?.QueueUrl ?? QueueUrl, ReceiptHandle: handle?.ReceiptHandle ?? 'made up' }
  const message = (i: number) => ({
    MessageBody: one.number === 0 && i === 0 ? '' : `m${i}`,
    ...(one.number < 1000 && one.which % 2 === 1 && { DelaySeconds: one.number }),
    ...(one.tenant !== '' && { MessageGroupId: one.tenant }),
  })
  switch (one.what) {
    case 'send':
      seen.sent(sqs.SendMessage({ QueueUrl, ...message(0) }).MessageId)
      return
    case 'batch': {
      const Entries = Array.from({ length: Math.abs(one.number) % 12 }, (_, i) => ({ Id: `${i % 11}`, ...message(i) }))
      for (const { MessageId } of sqs.SendMessageBatch({ QueueUrl, Entries }).Successful) seen.sent(MessageId)
      return
    }
    case 'receive': {
      const before = opened.queues.find(({ url }) => url === QueueUrl)!.model
      const { visible } = before
      const startedAt = opened.sandbox.now
      const WaitTimeSeconds = one.which % 3 === 0 ? 0 : one.number > 20 ? 20 : one.number
      const timeout = one.which % 4 === 0 ? { VisibilityTimeout: one.number } : {}
      const { Messages } = sqs.ReceiveMessage({
        QueueUrl,
        MaxNumberOfMessages: (one.which % 12) - 1,
        WaitTimeSeconds,
        ...timeout,
      })
      for (const { MessageId, ReceiptHandle } of Messages) {
        expectIs(seen.deleted.has(MessageId), false)
        seen.handles.push({ QueueUrl, ReceiptHandle, MessageId })
        seen.newest.set(MessageId, ReceiptHandle)
      }
      if (WaitTimeSeconds === 0) expectIs(opened.sandbox.now, startedAt)
      else if (Messages.length === 0) {
        // A long poll never misses: it had nothing to give but dead letters, and has nothing now.
        expectIs(opened.sandbox.now, startedAt + WaitTimeSeconds * SECOND)
        expectIs(before.visible, 0)
      } else if (visible > 0 && one.queue === 'D') expectIs(opened.sandbox.now, startedAt)
      return
    }
    case 'delete': {
      const left = total(opened)
      sqs.DeleteMessage(own)
      const isNewest = handle !== undefined && seen.newest.get(handle.MessageId) === handle.ReceiptHandle
      if (total(opened) < left) {
        expectIs(isNewest, true)
        seen.deleted.add(handle!.MessageId)
      }
      return
    }
    case 'hide':
      sqs.ChangeMessageVisibility({ ...own, VisibilityTimeout: one.number })
      return
    case 'purge':
      sqs.PurgeQueue({ QueueUrl })
      return
    case 'move':
      sqs.StartMessageMoveTask({ SourceArn: arnOf(one.queue), MaxNumberOfMessagesPerSecond: one.number })
      return
    case 'set':
      sqs.SetQueueAttributes({
        QueueUrl,
        Attributes: { DelaySeconds: one.number, VisibilityTimeout: one.which % 50_000 },
      })
  }
}

class Seen {
  readonly handles: { QueueUrl: string; ReceiptHandle: string; MessageId: string }[] = []
  readonly newest = new Map<string, string>()
  readonly deleted = new Set<string>()
  private readonly ids = new Set<string>()

  sent(messageId: string): void {
    expectIs(this.ids.has(messageId), false)
    this.ids.add(messageId)
  }
  get sentCount(): number {
    return this.ids.size
  }
}

const total = (opened: Opened) =>
  opened.queues.reduce((sum, { model }) => sum + model.visible + model.inFlight + model.delayed, 0)

function expectBalance(opened: Opened, seen: Seen): void {
  let stored = 0
  for (const { model } of opened.queues) {
    const { c } = model
    stored += c[Count.STORED]!
    const gone = c[Count.DELETED]! + c[Count.DELETED_LATE]! + c[Count.EXPIRED]! + c[Count.PURGED]!
    const moved = c[Count.DEAD_LETTERED]! + c[Count.REDRIVEN]!
    const here = model.visible + model.inFlight + model.delayed
    expectIs(c[Count.STORED]! + c[Count.MOVED_IN]!, here + gone + moved)
    const ended =
      c[Count.DELETED]! + c[Count.RETURNED_COUNT]! + c[Count.EXPIRED_IN_FLIGHT]! + c[Count.PURGED_IN_FLIGHT]!
    expectIs(c[Count.DELIVERIES]!, model.inFlight + ended)
  }
  expectIs(stored, seen.sentCount)
  const [q, d] = opened.queues.map(({ model }) => model.c)
  expectIs(
    q![Count.MOVED_IN]! + d![Count.MOVED_IN]!,
    q![Count.DEAD_LETTERED]! + q![Count.REDRIVEN]! + d![Count.DEAD_LETTERED]! + d![Count.REDRIVEN]!,
  )
}

test('SQS.02 whatever is called: accounts balance, a refusal changes nothing, a long poll never misses, what is deleted is gone', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), fc.array(call, { minLength: 5, maxLength: 60 }), (seed, shuffles, calls) => {
      const opened = new Opened(seed, shuffles ? { shuffleWindow: 4 } : {})
      const seen = new Seen()
      for (const one of calls) {
        opened.sandbox.advanceTo(opened.sandbox.now + one.pause * SECOND)
        const before = opened.fingerprint()
        try {
          make(opened, one, seen)
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          expectIs(opened.fingerprint(), before)
        }
        expectBalance(opened, seen)
      }
    }),
    { numRuns: runs(3000) },
  )
})

test('SQS.02 with the faults that SQS is allowed, accounts balance as well', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(call, { minLength: 5, maxLength: 60 }), (seed, calls) => {
      const opened = new Opened(seed, { duplicateShare: 0.3, deleteLostShare: 0.3, shuffleWindow: 3 })
      const seen = new Seen()
      for (const one of calls) {
        opened.sandbox.advanceTo(opened.sandbox.now + one.pause * SECOND)
        try {
          make(opened, one, seen)
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
        }
        expectBalance(opened, seen)
      }
    }),
    { numRuns: runs(1000) },
  )
})
