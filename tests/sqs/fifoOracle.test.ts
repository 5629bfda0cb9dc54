import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FifoQueue } from '../../src/engine/sqs/fifoQueue.ts'
import {
  DEAD_LETTERED,
  DELETED,
  DELIVERIES,
  EXPIRED_IN_FLIGHT,
  PURGED_IN_FLIGHT,
  RETURNED_COUNT,
} from '../../src/engine/sqs/queueCounters.ts'
import { HandleAnswer } from '../../src/engine/sqs/queueModel.ts'
import { runs } from '../runs.ts'
import { FifoWorld } from './fifoBench.ts'
import { PlainFifo, type PlainMessage } from './plainFifo.ts'

const SECOND = 1_000_000

type Step =
  | { kind: 'send'; group: number; id: number }
  | { kind: 'receive'; most: number; seconds: number }
  | { kind: 'delete' | 'deleteOld'; handle: number }
  | { kind: 'change'; handle: number; seconds: number }
  | { kind: 'wait'; micros: number }
  | { kind: 'purge' }
  | { kind: 'set'; field: 'delayMicros' | 'retentionMicros' | 'deduplicationScope' | 'inFlightLimit'; value: number }

const seconds = (...values: number[]) => fc.constantFrom(...values)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('send' as const), group: fc.nat(3), id: fc.nat(200) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('receive' as const),
        most: fc.integer({ min: 1, max: 10 }),
        seconds: seconds(-1, -1, 0, 1, 3, 20),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), handle: fc.nat(11) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('deleteOld' as const), handle: fc.nat(50) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('change' as const), handle: fc.nat(11), seconds: seconds(0, 0, 1, 10) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('wait' as const),
        micros: fc.oneof(seconds(0, 1, SECOND, 5 * SECOND, 150 * SECOND), fc.nat(8 * SECOND)),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const) }) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.record({
          kind: fc.constant('set' as const),
          field: fc.constant('delayMicros' as const),
          value: seconds(0, 0, 2 * SECOND, 9 * SECOND),
        }),
        fc.record({
          kind: fc.constant('set' as const),
          field: fc.constant('retentionMicros' as const),
          value: seconds(7 * SECOND, 60 * SECOND, 345_600 * SECOND),
        }),
        fc.record({
          kind: fc.constant('set' as const),
          field: fc.constant('deduplicationScope' as const),
          value: seconds(0, 1),
        }),
        fc.record({
          kind: fc.constant('set' as const),
          field: fc.constant('inFlightLimit' as const),
          value: seconds(2, 7, 100),
        }),
      ),
    },
  ),
  { minLength: 5, maxLength: 120 },
)

const settings = fc.record({
  scanLimit: fc.constantFrom(3, 8, 1000),
  maxReceiveCount: fc.constantFrom(0, 0, 1, 3),
  visibilityTimeoutMicros: fc.constantFrom(SECOND, 4 * SECOND, 30 * SECOND),
  retentionMicros: fc.constantFrom(7 * SECOND, 345_600 * SECOND),
})

/** An expectation that costs nothing while it is met. */
function expectSame(seen: string | number, expected: string | number): void {
  if (seen !== expected) expect(seen).toBe(expected)
}

/** The model and the plain list side by side, and what both say. */
class Both {
  private readonly world = new FifoWorld()
  readonly queue: FifoQueue
  readonly dead: FifoQueue
  readonly plain: PlainFifo
  private readonly nameOf = new Map<number, number>()
  private readonly handles: { name: number; slot: number; message: number; receives: number }[] = []
  private sent = 0

  constructor({ scanLimit, ...turnable }: typeof settings extends fc.Arbitrary<infer T> ? T : never) {
    this.queue = this.world.queue({ scanLimit, turnable })
    this.dead = this.world.queue()
    this.queue.deadLetterTo(this.dead)
    this.plain = new PlainFifo(this.queue.settings, scanLimit)
  }

  play(step: Step): void {
    const { box } = this.world
    box.advanceTo(box.now + (step.kind === 'wait' ? step.micros : 0))
    this.plain.advance(box.now)
    this.act(step, box.now)
    box.advanceTo(box.now)
    this.plain.advance(box.now)
    const { visible, inFlight, delayed, c } = this.queue
    const counts = this.plain.counts(box.now)
    expectSame(`${visible}, ${inFlight}, ${delayed}`, counts.join(', '))
    const ended = [DELETED, RETURNED_COUNT, EXPIRED_IN_FLIGHT, PURGED_IN_FLIGHT].map((place) => c[place]!)
    expectSame(c[DELIVERIES]!, inFlight + ended.reduce((a, b) => a + b))
    expectSame(c[DEAD_LETTERED]!, this.plain.dead.length)
    expectSame(this.queue.oldestAgeMicros(box.now), box.now - (this.plain.messages[0]?.sentAt ?? box.now))
  }

  private act(step: Step, now: number): void {
    const { handles } = this
    if (step.kind === 'send') this.send(step.group, step.id, now)
    else if (step.kind === 'receive') this.receive(step.most, step.seconds, now)
    else if (step.kind === 'delete') this.delete(handles.at(-1 - step.handle), now)
    else if (step.kind === 'deleteOld') this.delete(handles[step.handle], now)
    else if (step.kind === 'change') this.change(handles.at(-1 - step.handle), step.seconds * SECOND, now)
    else if (step.kind === 'purge') {
      this.queue.purge(now)
      this.plain.purge()
    } else if (step.kind === 'set') {
      this.queue.set(step.field, step.value, now)
      this.plain.settings[step.field] = step.value
    }
  }

  private send(group: number, id: number, now: number): void {
    const name = this.sent++
    const { reference, key } = this.world.record(`group ${group}`)
    const message = { reference, group: key, deduplication: id, delayMicros: -1 }
    const repeated = this.queue.repeatOf(message, now)
    const expected = this.plain.send(now, name, group, id)
    expectSame(repeated < 0 ? -1 : this.nameOf.get(this.queue.recordOf(repeated))!, expected)
    if (repeated >= 0) return
    this.nameOf.set(reference, name)
    this.queue.send(message, now)
  }

  private receive(most: number, ownSeconds: number, now: number): void {
    const out = new Int32Array(10)
    const timeout = ownSeconds < 0 ? this.queue.settings.visibilityTimeoutMicros : ownSeconds * SECOND
    const count = this.queue.receive(most, out, now, {
      visibilityTimeoutMicros: ownSeconds < 0 ? -1 : timeout,
      isShortPoll: true,
      attempt: -1,
    })
    const received = [...out.subarray(0, count)].map((slot) => {
      const message = this.queue.messageOf(slot)
      return {
        name: this.nameOf.get(this.queue.recordOf(message))!,
        slot,
        message,
        receives: this.queue.receivesOf(slot),
      }
    })
    const expected = this.plain.receive(now, most, timeout)
    const drawn = ({ name, receives }: Pick<PlainMessage, 'name' | 'receives'>) => `${name}x${receives}`
    expectSame(received.map(drawn).join(' '), expected.map(drawn).join(' '))
    this.handles.push(...received)
  }

  private delete(handle: (typeof this.handles)[number] | undefined, now: number): void {
    if (!handle) return
    const held = this.plain.held(handle.name, handle.receives)
    const expected = held
      ? HandleAnswer.done
      : this.plain.has(handle.name)
        ? HandleAnswer.expired
        : HandleAnswer.noEffect
    expectSame(this.queue.delete(handle.slot, handle.message, handle.receives, now), expected)
    if (held) this.plain.remove(held)
  }

  private change(handle: (typeof this.handles)[number] | undefined, micros: number, now: number): void {
    if (!handle) return
    const held = this.plain.held(handle.name, handle.receives)
    const expected = held ? HandleAnswer.done : this.plain.has(handle.name) ? HandleAnswer.expired : HandleAnswer.gone
    expectSame(this.queue.changeVisibility(handle.slot, handle.message, handle.receives, micros, now), expected)
    if (held) held.hiddenUntil = now + micros
  }
}

describe('FIFO.08: the lock rule against a list that is walked', () => {
  test('FIFO.08 the same messages in the same order, over thousands of random sequences of calls', () => {
    fc.assert(
      fc.property(settings, steps, (own, sequence) => {
        const both = new Both(own)
        for (const step of sequence) both.play(step)
      }),
      { numRuns: runs(3000) },
    )
  })

  test('FIFO.12 the same repetitions as in a list, over random sequences of sends', () => {
    const sends = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), group: fc.nat(3), id: fc.nat(60) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), micros: fc.nat(20 * SECOND) }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Step>(
          { kind: 'purge' },
          { kind: 'wait', micros: 299 * SECOND },
          { kind: 'set', field: 'deduplicationScope', value: 0 },
          { kind: 'set', field: 'deduplicationScope', value: 1 },
        ),
      },
    )
    fc.assert(
      fc.property(settings, fc.array(sends, { minLength: 50, maxLength: 300 }), (own, sequence) => {
        const both = new Both(own)
        for (const step of sequence) both.play(step)
      }),
      { numRuns: runs(300) },
    )
  })

  test('FIFO.07 within a group first deliveries come in the order of sending, whatever happens in between', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const world = new FifoWorld()
        const queue = world.queue()
        const out = new Int32Array(10)
        const last = new Map<number, number>()
        for (const step of sequence) {
          if (step.kind === 'wait') world.box.advanceTo(world.box.now + step.micros)
          const { now } = world.box
          if (step.kind === 'send') {
            const { reference, key } = world.record(`group ${step.group}`)
            queue.send({ reference, group: key, deduplication: -1, delayMicros: -1 }, now)
          }
          if (step.kind !== 'receive') continue
          const count = queue.receive(step.most, out, now)
          for (const slot of out.subarray(0, count)) {
            const message = queue.messageOf(slot)
            const group = world.box.world.records.keyOf(queue.recordOf(message))
            if (queue.receivesOf(slot) > 1) continue
            expect(message).toBeGreaterThan(last.get(group) ?? 0)
            last.set(group, message)
            if (message % 3 > 0) queue.delete(slot, message, 1, now)
          }
        }
      }),
      { numRuns: runs(500) },
    )
  })
})
