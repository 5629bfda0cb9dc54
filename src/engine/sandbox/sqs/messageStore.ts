import type { SandboxWorld } from '../sandboxWorld.ts'
import { uuidFrom } from '../uuid.ts'
import { attributesMd5, BodyDigests } from './contentDigests.ts'
import type { MessageContent } from './messageContent.ts'
import type { SandboxQueue } from './sandboxQueue.ts'

/** What a message says, and what it is called. */
export type StoredContent = MessageContent & {
  messageId: string
  bodyMd5: string
  /** '' without attributes. */
  attributesMd5: string
}

/** What the messages say, by the reference of the record that each carries: the models know sizes and groups alone. */
export class MessageStore {
  private readonly sandbox: SandboxWorld
  private readonly ids: number
  private readonly digests = new BodyDigests()
  private readonly contents = new Map<number, StoredContent>()

  constructor(sandbox: SandboxWorld) {
    this.sandbox = sandbox
    this.ids = sandbox.randomStream('sqs', 'ids')
  }

  /** Puts a new message down; returns its reference. */
  add(content: MessageContent): number {
    const messageId = uuidFrom(this.sandbox.world.random, this.ids)
    const own = content.attributes === null ? '' : attributesMd5(content.attributes)
    return this.put({ ...content, messageId, bodyMd5: this.digests.of(content.body), attributesMd5: own })
  }

  /** The same once more, as a new message (SQS.16); returns its reference. */
  addAgain(reference: number): number {
    return this.put({ ...this.of(reference), messageId: uuidFrom(this.sandbox.world.random, this.ids) })
  }

  of(reference: number): StoredContent {
    return this.contents.get(reference)!
  }

  /** A message is gone for good. */
  forget(reference: number): void {
    this.contents.delete(reference)
  }

  /** All messages of a queue are about to go. */
  forgetAllOf({ model }: SandboxQueue): void {
    model.eachMessage((message) => this.forget(model.recordOf(message)))
  }

  private put(content: StoredContent): number {
    const { world, now } = this.sandbox
    const reference = world.records.add(0, now, world.keys.add(content.groupId), content.bytes)
    this.contents.set(reference, content)
    return reference
  }
}
