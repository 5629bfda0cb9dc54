import * as Pool from '../../src/engine/clients/poolCounters.ts'
import { STORED } from '../../src/engine/clients/store.ts'
import type { Engine } from '../../src/engine/index.ts'
import * as Shard from '../../src/engine/kinesis/shardColumn.ts'
import { PAINTS } from '../../src/engine/metrics/trace.ts'
import * as Queue from '../../src/engine/sqs/queueCounters.ts'
import { sum } from './play.ts'
import { ofShards, tipsOf } from './shards.ts'

/** Every account that must balance at every moment; returns those that do not, with their numbers. */
export function unbalanced(engine: Engine): string[] {
  engine.settle()
  const wrong: string[] = []
  const check = (what: string, left: number, right: number) => {
    if (left !== right) wrong.push(`${what}: ${left} and ${right} at ${engine.now} µs`)
  }
  engine.producers.forEach((producer, p) => {
    producer.links.forEach((link, l) => {
      const places = link.storedTotal + link.notYetStored + link.held + link.droppedTotal + link.givenUpTotal
      check(
        `link ${l} of producer ${p}, new = stored + not yet stored + held + dropped + given up`,
        link.newTotal,
        places,
      )
      check(`link ${l} of producer ${p}, arrivals`, link.newTotal, producer.arrivalsTotal)
      check(`link ${l} of producer ${p}, waiting by paint`, sum(link.waitingPaint), link.notYetStored)
      check(`link ${l} of producer ${p}, refused by reason`, sum(link.refusedBy), link.refusedTotal)
    })
  })
  const linksTo = (kind: 'toStream' | 'toQueue', index: number) => {
    const seen = engine.plan.producers.map(() => 0)
    return engine.plan.links.flatMap((link) => {
      const row = seen[link.producer]!++
      return link[kind] === index ? [engine.producers[link.producer]!.links[row]!] : []
    })
  }
  engine.streams.forEach((stream, s) => {
    const links = linksTo('toStream', s)
    check(`stream ${s}, stored`, sum(tipsOf(stream)), sum(links.map((link) => link.storedTotal)))
    check(
      `stream ${s}, bytes`,
      sum(ofShards(stream, Shard.STORED_BYTES)),
      sum(links.map((link) => link.storedBytesTotal)),
    )
    const paints = stream.shards.flatMap(({ c }) => [...c.subarray(Shard.STORED_PAINT, Shard.STORED_PAINT + PAINTS)])
    check(`stream ${s}, stored by paint`, sum(paints), sum(tipsOf(stream)))
    const judged = sum(tipsOf(stream)) + sum(stream.shards.map(({ refused }) => refused))
    check(`stream ${s}, attempts`, sum(ofShards(stream, Shard.ATTEMPTS)), judged)
    for (const shard of stream.shards) {
      const name = `stream ${s} shard ${shard.number}`
      check(`${name}, log`, shard.tip, shard.answered(STORED))
      check(`${name}, bytes up to the end`, stream.bytesBefore(shard.number, shard.tip), shard.storedBytes)
    }
  })
  engine.queues.forEach((queue, q) => {
    const { c } = queue
    check(`queue ${q}, stored`, c[Queue.STORED]!, sum(linksTo('toQueue', q).map((link) => link.storedTotal)))
    const fromFlight =
      c[Queue.DELETED]! + c[Queue.RETURNED_COUNT]! + c[Queue.EXPIRED_IN_FLIGHT]! + c[Queue.PURGED_IN_FLIGHT]!
    check(
      `queue ${q}, deliveries = in flight + deleted + returned + expired + purged`,
      c[Queue.DELIVERIES]!,
      queue.inFlight + fromFlight,
    )
    const gone = c[Queue.DELETED]! + c[Queue.DELETED_LATE]! + c[Queue.EXPIRED]! + c[Queue.PURGED]!
    const moved = c[Queue.DEAD_LETTERED]! + c[Queue.REDRIVEN]!
    check(
      `queue ${q}, stored and moved in = visible + in flight + delayed + gone + moved`,
      c[Queue.STORED]! + c[Queue.MOVED_IN]!,
      queue.visible + queue.inFlight + queue.delayed + gone + moved,
    )
    check(`queue ${q}, visible by paint`, sum(queue.visiblePaint), queue.visible)
    check(`queue ${q}, in flight by paint`, sum(queue.inFlightPaint), queue.inFlight)
    const pools = engine.pools.filter(({ plan }) => plan.queue === q)
    check(
      `queue ${q}, deliveries of its pools`,
      c[Queue.DELIVERIES]!,
      sum(pools.map((pool) => pool.c[Pool.DELIVERIES]!)),
    )
  })
  const over = (field: number) => sum(engine.queues.map(({ c }) => c[field]!))
  const left = over(Queue.DEAD_LETTERED) + over(Queue.REDRIVEN)
  check('moved from queue to queue = moved in', left, over(Queue.MOVED_IN))
  engine.pools.forEach(({ c }, p) => {
    const first = c[Pool.PROCESSED]! - c[Pool.AGAIN]!
    check(`pool ${p}, effects = first work + repeated effects`, c[Pool.EFFECTS]!, first + c[Pool.DUPLICATE_EFFECTS]!)
  })
  return wrong
}
