import type { Order, Told } from '../../scenario/show/messages.ts'

const NAME = 'shardscope.show'

/**
 * The line between the two windows: it needs neither a network nor a secure context. What is heard has been said by anybody.
 * @returns `close` ends it
 */
export function openChannel(hear: (data: unknown) => void): {
  say: (message: Order | Told) => void
  close: () => void
} {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = (event) => hear(event.data)
  return { say: (message) => channel.postMessage(message), close: () => channel.close() }
}
