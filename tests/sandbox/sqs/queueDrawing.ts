import { ApiError, createSandbox, type Sandbox, type SandboxOptions } from '../../../src/engine/index.ts'
import { expectTimeline } from '../../engine/timeline.ts'

type Received = ReturnType<Sandbox['sqs']['ReceiveMessage']>['Messages'][number]

const SECOND = 1e6

/**
 * Draws calls to queues that are named by letters; a message is named by its body, and a word `name=value` is an attribute or a
 * parameter. What is seen is what the call says, or the name of the refusal.
 *   queue Q VisibilityTimeout=10 RedrivePolicy=D:3    made
 *   set Q DelaySeconds=5, delete-queue Q, purge Q     done
 *   send Q a,b DelaySeconds=5 MessageGroupId=g        sent
 *   sends Q 100 a                                     sent        (a1 to a100)
 *   receive Q 10 VisibilityTimeout=5                  a b         (a long poll of 1 s, which is over at once when something is there)
 *   poll Q                                            a           (a short poll)
 *   wait Q 20                                         a at 7.5 s  (a long poll and the moment of its answer)
 *   delete Q a 1, hide Q a 10 2                       done        (with the newest handle, or the first, second ...)
 *   show a ApproximateReceiveCount                    2           (as its last receive said)
 *   look Q                                            2 visible, 1 in flight, 0 delayed
 *   move D [to=Q] [rate=2], cancel D, task D          done, RUNNING 3 of 5
 */
export function expectQueues(drawing: string, options: SandboxOptions = {}): Sandbox {
  const box = createSandbox(options)
  const drawn = new QueueDrawing(box)
  expectTimeline(drawing, (micros, words) => {
    if (micros > box.now()) box.advance(micros - box.now())
    return drawn.act(words)
  })
  return box
}

class QueueDrawing {
  private readonly box: Sandbox
  private readonly urls = new Map<string, string>()
  private readonly received = new Map<string, Received[]>()
  private readonly tasks = new Map<string, string>()

  constructor(box: Sandbox) {
    this.box = box
  }

  act([verb, name = '', ...words]: string[]): string {
    try {
      return this.call(
        verb!,
        name,
        words.filter((word) => !word.includes('=')),
        parametersOf(words),
      )
    } catch (error) {
      if (error instanceof ApiError) return error.name
      throw error
    }
  }

  private call(verb: string, name: string, words: string[], parameters: Record<string, string>): string {
    const { sqs } = this.box
    const QueueUrl = this.urls.get(name) ?? `https://sqs.us-east-1.amazonaws.com/000000000000/${name}`
    const ofMessage = (nth?: string) => {
      const own = this.received.get(`${name} ${words[0]}`) ?? []
      const message = nth === undefined ? own.at(-1) : own[Number(nth) - 1]
      return { QueueUrl, ReceiptHandle: message?.ReceiptHandle ?? '' }
    }
    switch (verb) {
      case 'queue': {
        this.urls.set(name, sqs.CreateQueue({ QueueName: name, Attributes: attributesOf(parameters) }).QueueUrl)
        return 'made'
      }
      case 'set':
        sqs.SetQueueAttributes({ QueueUrl, Attributes: attributesOf(parameters) })
        return 'done'
      case 'delete-queue':
        sqs.DeleteQueue({ QueueUrl })
        return 'done'
      case 'purge':
        sqs.PurgeQueue({ QueueUrl })
        return 'done'
      case 'send':
        for (const MessageBody of words[0]!.split(','))
          sqs.SendMessage({ QueueUrl, MessageBody, ...numbersOf(parameters) })
        return 'sent'
      case 'sends':
        for (let i = 1; i <= Number(words[0]); i++)
          sqs.SendMessage({ QueueUrl, MessageBody: `${words[1]}${i}`, ...numbersOf(parameters) })
        return 'sent'
      case 'receive':
        return this.receive(name, { QueueUrl, WaitTimeSeconds: 1, ...mostOf(words[0]), ...numbersOf(parameters) })
      case 'poll':
        return this.receive(name, { QueueUrl, WaitTimeSeconds: 0, ...mostOf(words[0]), ...numbersOf(parameters) })
      case 'wait': {
        const seen = this.receive(name, { QueueUrl, WaitTimeSeconds: Number(words[0]), ...mostOf(words[1]) })
        return `${seen} at ${this.box.now() / SECOND} s`
      }
      case 'delete':
        sqs.DeleteMessage(ofMessage(words[1]))
        return 'done'
      case 'hide':
        sqs.ChangeMessageVisibility({ ...ofMessage(words[2]), VisibilityTimeout: Number(words[1]) })
        return 'done'
      case 'show':
        return String(this.lastReceived(name).Attributes[words[0]!] ?? 'none')
      case 'look':
        return this.look(QueueUrl)
      default:
        return this.redrive(verb, name, parameters)
    }
  }

  private redrive(verb: string, name: string, { to, rate }: Record<string, string>): string {
    const { sqs } = this.box
    const SourceArn = arnOf(name)
    if (verb === 'move') {
      const { TaskHandle } = sqs.StartMessageMoveTask({
        SourceArn,
        ...(to !== undefined && { DestinationArn: arnOf(to) }),
        ...(rate !== undefined && { MaxNumberOfMessagesPerSecond: Number(rate) }),
      })
      this.tasks.set(name, TaskHandle)
      return 'done'
    }
    if (verb === 'cancel')
      return `${sqs.CancelMessageMoveTask({ TaskHandle: this.tasks.get(name)! }).ApproximateNumberOfMessagesMoved} moved`
    if (verb !== 'task') throw new Error(`No such step: ${verb}`)
    const [task] = sqs.ListMessageMoveTasks({ SourceArn }).Results
    return `${task!.Status} ${task!.ApproximateNumberOfMessagesMoved} of ${task!.ApproximateNumberOfMessagesToMove}`
  }

  private receive(name: string, input: Parameters<Sandbox['sqs']['ReceiveMessage']>[0]): string {
    const { Messages } = this.box.sqs.ReceiveMessage(input)
    for (const message of Messages) {
      const key = `${name} ${message.Body}`
      this.received.set(key, [...(this.received.get(key) ?? []), message])
    }
    return Messages.length === 0 ? 'nothing' : Messages.map(({ Body }) => String(Body)).join(' ')
  }

  private lastReceived(body: string): Received {
    const all = [...this.received].filter(([key]) => key.endsWith(` ${body}`)).flatMap(([, messages]) => messages)
    return all.reduce((last, next) =>
      Number(next.Attributes['ApproximateReceiveCount']) >= Number(last.Attributes['ApproximateReceiveCount'])
        ? next
        : last,
    )
  }

  private look(QueueUrl: string): string {
    const { Attributes } = this.box.sqs.GetQueueAttributes({ QueueUrl, AttributeNames: ['All'] })
    const count = (what: string) => Attributes[`ApproximateNumberOfMessages${what}`]
    return `${count('')} visible, ${count('NotVisible')} in flight, ${count('Delayed')} delayed`
  }
}

export const arnOf = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`

const parametersOf = (words: string[]) =>
  Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=') as [string, string]))

const mostOf = (word: string | undefined) => (word === undefined ? {} : { MaxNumberOfMessages: Number(word) })

const numbersOf = (parameters: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, /^-?[\d.]+$/.test(value) ? Number(value) : value]),
  )

/** RedrivePolicy=D:3 is the queue D after three receives. */
const attributesOf = (parameters: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (name !== 'RedrivePolicy' || value === '') return [name, value]
      const [target, maxReceiveCount] = value.split(':')
      return [name, JSON.stringify({ deadLetterTargetArn: arnOf(target!), maxReceiveCount })]
    }),
  )
