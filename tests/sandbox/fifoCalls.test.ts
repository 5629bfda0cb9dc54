import { describe, expect, test } from 'vitest'
import { Fifo, outcome, taken } from './fifoCalls.ts'

const HIGH = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' }

describe('throughput', () => {
  test('FIFO.01 FIFO.02 300 calls at once of each action, whatever is in the queue', () => {
    const queue = new Fifo()
    expect(taken(301, (i) => queue.send(`A${i}`))).toBe(300)
    expect(taken(301, () => queue.receive())).toBe(300)
    const handles = Array.from({ length: 10 }, (_, i) => `A${i}`)
    expect(taken(310, (i) => queue.hide(handles[i % 10]!, 30))).toBe(300)
    expect(taken(310, (i) => queue.delete(handles[i % 10]!))).toBe(300)
    queue.wait(0.01)
    expect(taken(4, (i) => queue.send(`B${i}`))).toBe(3)
  })

  test('W35 400 single sends a second, saturated: 300 accepted, 100 refused each second; batched by ten all are accepted', () => {
    const single = new Fifo()
    const second = (queue: Fifo, calls: number, call: (i: number) => void) =>
      taken(calls, (i) => {
        call(i)
        queue.wait(1 / calls)
      })
    const paced = (i: number) => {
      try {
        single.send(`A${i}`)
      } catch (error) {
        single.wait(1 / 400)
        throw error
      }
    }
    const accepted = Array.from({ length: 6 }, () => second(single, 400, paced))
    expect(accepted.slice(3)).toEqual([300, 300, 300])
    const batched = new Fifo()
    const batch = (i: number) =>
      batched.box.sqs.SendMessageBatch({
        QueueUrl: batched.QueueUrl,
        Entries: Array.from({ length: 10 }, (_, k) => ({
          Id: String(k),
          MessageBody: 'x',
          MessageGroupId: 'A',
          MessageDeduplicationId: `${batched.box.now()}-${i}-${k}`,
        })),
      })
    expect(Array.from({ length: 4 }, () => second(batched, 40, batch))).toEqual([40, 40, 40, 40])
  })

  test('FIFO.03 both settings make high throughput, at any time; one alone does not', () => {
    const queue = new Fifo({ DeduplicationScope: 'messageGroup' })
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const send = (i: number) => queue.send(`${letters[i % 26]}${i}`)
    expect(taken(400, send)).toBe(300)
    queue.set(HIGH)
    expect(taken(700, send)).toBe(700)
    queue.set({ FifoThroughputLimit: 'perQueue' })
    queue.wait(10)
    expect(taken(700, send)).toBe(300)
  })

  test('FIFO.06 one group lives in one partition', () => {
    const queue = new Fifo(HIGH)
    expect(taken(400, (i) => queue.send(`A${i}`))).toBe(300)
  })

  test('FIFO.04 the quota of the Region, and none where the profile has no high throughput', () => {
    const queue = new Fifo(HIGH, { region: 'eu-west-3' })
    const send = (i: number) =>
      queue.box.sqs.SendMessage({
        QueueUrl: queue.QueueUrl,
        MessageBody: 'x',
        MessageGroupId: `group-${i}`,
        MessageDeduplicationId: String(i),
      })
    expect(taken(2500, send)).toBe(2400)
    expect(outcome(() => new Fifo(HIGH, { profile: 'article' }))).toBe('InvalidAttributeName FIFO.03')
    expect(new Fifo({}, { profile: 'article' }).attribute('FifoQueue')).toBe('true')
  })

  test('FIFO.01 without throttling nothing is refused', () => {
    const queue = new Fifo({}, { throttling: false })
    expect(taken(1000, (i) => queue.send(`A${i}`))).toBe(1000)
  })
})

describe('order and locks', () => {
  test('W33 FIFO.09 seven of group A, three of B, one receive of ten', () => {
    const queue = new Fifo()
    queue.send('A1 A2 A3 A4 A5 A6 A7 B1 B2 B3')
    expect(queue.receive(10)).toBe('A1 A2 A3 A4 A5 A6 A7 B1 B2 B3')
  })

  test('W34 FIFO.08 five of group A, the first consumer receives two', () => {
    const queue = new Fifo()
    queue.send('A1 A2 A3 A4 A5')
    expect(queue.receive(2)).toBe('A1 A2')
    expect(queue.receive()).toBe('')
    queue.hide('A1', 0)
    expect(queue.receive()).toBe('A1')
    expect(queue.receive()).toBe('')
    queue.delete('A1')
    queue.delete('A2')
    expect(queue.receive()).toBe('A3 A4 A5')
  })

  test('FIFO.08 of three in flight with the middle one extended, only those before it come back', () => {
    const queue = new Fifo()
    queue.send('A1 A2 A3 A4')
    queue.receive(3)
    queue.hide('A2', 60)
    queue.wait(30)
    expect(queue.receive()).toBe('A1')
  })

  test('FIFO.07 sequence numbers of 20 digits grow in the order of sending', () => {
    const queue = new Fifo()
    const sent = queue.send('A1 B1 A2').map(({ SequenceNumber }) => SequenceNumber!)
    expect(sent.every((number) => /^\d{20}$/.test(number))).toBe(true)
    expect([...sent].sort()).toEqual(sent)
    const [first] = queue.messages()
    expect(first!.Attributes['SequenceNumber']).toBe(sent[0])
    expect(first!.Attributes['MessageGroupId']).toBe('A')
  })

  test('FIFO.10 FIFO.11 FIFO.15 partial delete, expiry at the old place, a second processing', () => {
    const queue = new Fifo()
    queue.send('A1 A2 A3')
    queue.receive(2)
    queue.delete('A1')
    expect(queue.receive()).toBe('')
    queue.wait(30)
    const again = queue.messages()
    expect(again.map(({ Body }) => Body)).toEqual(['A2', 'A3'])
    expect(again.map(({ Attributes }) => Attributes['ApproximateReceiveCount'])).toEqual(['2', '1'])
  })

  test('FIFO.24 six sent, one received from each of two groups: 4 visible, 2 in flight', () => {
    const queue = new Fifo()
    queue.send('A1 A2 A3 B1 B2 B3')
    queue.receive(1)
    queue.receive(1)
    expect(queue.counts()).toBe('4 visible, 2 in flight, 0 delayed')
  })
})
