import { floor } from '../../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND } from '../../kernel/time.ts'
import { MoveStatus, MoveTask } from '../../sqs/moveTask.ts'
import { ApiError } from '../apiError.ts'
import type { MessageStore } from './messageStore.ts'
import { invalid, missing, parameterIn } from './refuse.ts'
import type { SandboxQueue } from './sandboxQueue.ts'
import type { SqsAccount } from './sqsAccount.ts'
import type { MoveTaskOutput, StartMessageMoveTaskInput } from './sqsApi.ts'

type Task = {
  handle: string
  source: SandboxQueue
  destinationArn: string | undefined
  perSecond: number | undefined
  task: MoveTask
}

const WORDS: Readonly<Record<number, MoveTaskOutput['Status']>> = {
  [MoveStatus.running]: 'RUNNING',
  [MoveStatus.completed]: 'COMPLETED',
  [MoveStatus.cancelled]: 'CANCELLED',
  [MoveStatus.failed]: 'FAILED',
}

/** The redrive of dead-letter queues (SQS.16). */
export class MoveTasks {
  private readonly account: SqsAccount
  private readonly store: MessageStore
  /** Newest first. */
  private readonly tasks: Task[] = []

  constructor(account: SqsAccount, store: MessageStore) {
    this.account = account
    this.store = store
  }

  start(input: StartMessageMoveTaskInput): { TaskHandle: string } {
    const { sandbox, limits } = this.account
    const { DestinationArn: destinationArn, MaxNumberOfMessagesPerSecond } = input
    const source = this.sourceOf(input.SourceArn)
    const span = [1, limits.movesPerSecond] as const
    const perSecond = parameterIn(MaxNumberOfMessagesPerSecond, 'MaxNumberOfMessagesPerSecond', span, 'SQS.16', -1)
    const destination = destinationArn === undefined ? null : this.account.byArn(destinationArn)
    if (destinationArn !== undefined && destination === null) throw noSuchResource(destinationArn)
    if (destination !== null && (destination === source || destination.model.isFifo !== source.model.isFifo))
      throw invalid('SQS.16', 'The destination is another queue of the same type.')
    if (!this.isDeadLetterQueue(source))
      throw invalid('SQS.16', 'Source queue must be configured as a Dead Letter Queue.')
    const running = this.tasks.filter(({ task }) => task.status === MoveStatus.running)
    if (running.some((other) => other.source === source))
      throw unsupported('There is already a task running. Only one active task is allowed for a source queue arn.')
    if (running.length >= limits.moveTasks) throw new ApiError('OverLimit', 'SQS.16', 'Too many active tasks.')
    const task: MoveTask = new MoveTask(sandbox.world, source.model, {
      timer: sandbox.timer((now) => task.onTimer(now)),
      queueOf: (number) => this.account.byNumber(number)?.model ?? null,
      renew: (reference) => this.store.addAgain(reference),
    })
    task.start(
      {
        // AWS chooses a velocity of its own when nobody asks for one; here the largest that one may ask for.
        perSecond: perSecond < 0 ? limits.movesPerSecond : perSecond,
        destination: destination?.model.number ?? -1,
        longestMicros: limits.moveMicrosMax,
      },
      sandbox.now,
    )
    const handle = `task-${this.tasks.length}-of-${source.name}`
    this.tasks.unshift({ handle, source, destinationArn, perSecond: perSecond < 0 ? undefined : perSecond, task })
    return { TaskHandle: handle }
  }

  list(sourceArn: string, most: number): { Results: MoveTaskOutput[] } {
    const source = this.sourceOf(sourceArn)
    const own = this.tasks.filter((task) => task.source === source)
    return { Results: own.slice(0, most).map(describe) }
  }

  /** What has been moved stays moved. */
  cancel(handle: string): { ApproximateNumberOfMessagesMoved: number } {
    if (handle === undefined) throw missing('SQS.16', 'TaskHandle')
    const found = this.tasks.find((task) => task.handle === handle)
    if (found === undefined) throw noSuchResource(handle)
    if (found.task.status !== MoveStatus.running) throw unsupported('Only active tasks can be cancelled.')
    found.task.cancel()
    return { ApproximateNumberOfMessagesMoved: found.task.moved }
  }

  private sourceOf(arn: string | undefined): SandboxQueue {
    if (arn === undefined) throw missing('SQS.16', 'SourceArn')
    const source = this.account.byArn(arn)
    if (source === null) throw noSuchResource(arn)
    return source
  }

  private isDeadLetterQueue(queue: SandboxQueue): boolean {
    let is = false
    this.account.each(({ settings }) => {
      if (settings.redrive?.deadLetterTargetArn === queue.arn) is = true
    })
    return is
  }
}

function describe({ handle, source, destinationArn, perSecond, task }: Task): MoveTaskOutput {
  const Status = WORDS[task.status]!
  return {
    ...(Status === 'RUNNING' && { TaskHandle: handle }),
    Status,
    SourceArn: source.arn,
    ...(destinationArn !== undefined && { DestinationArn: destinationArn }),
    ...(perSecond !== undefined && { MaxNumberOfMessagesPerSecond: perSecond }),
    ApproximateNumberOfMessagesMoved: task.moved,
    ApproximateNumberOfMessagesToMove: task.toMove,
    ...(Status === 'FAILED' && { FailureReason: 'CouldNotDetermineMessageSource' }),
    StartedTimestamp: floor(task.startedAt / MICROS_PER_MILLISECOND),
  }
}

function noSuchResource(name: string): ApiError {
  return new ApiError('ResourceNotFoundException', 'SQS.16', `The resource that you specified does not exist: ${name}`)
}

function unsupported(message: string): ApiError {
  return new ApiError('UnsupportedOperation', 'SQS.16', message)
}
