import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { type Models, NodeModel, type NodeResources, systemOf } from '../nodes/nodeModel.ts'
import type { World } from '../world.ts'
import {
  AGE,
  COLD_STARTS,
  DELIVERIES,
  DESTINATION,
  DISCARDED,
  DROPPED,
  DUPLICATES,
  EFFECTS,
  EXPIRED,
  FAILED,
  INVOCATIONS,
  PROCESSED,
  RETRIED,
  RUNNING,
  STOPPED,
  THROTTLED,
  TIMED_OUT,
  WINDOW_RECORDS,
  WINDOWS,
  WINDOWS_EARLY,
} from './counters.ts'
import { LambdaFunction } from './lambdaFunction.ts'
import type { LambdaPlan } from './lambdaPlan.ts'
import type { Mapping } from './mapping.ts'
import { OnFailure } from './onFailure.ts'
import { QueueMapping } from './queueMapping.ts'
import { lanesOfKeys } from './streamContext.ts'
import { StreamMapping } from './streamMapping.ts'

/** A Lambda function with its event source mapping: one stream or one queue. */
export class LambdaNode extends NodeModel<LambdaPlan> {
  readonly fn: LambdaFunction
  /** null while it reads nothing. */
  private mapping: Mapping | null = null

  constructor(world: World, plan: LambdaPlan, resources: NodeResources) {
    super(world, plan, resources)
    this.fn = new LambdaFunction(world, plan.id, this.settings, plan.limits)
  }

  override connect(models: Models): void {
    this.fn.share(models.nodes.filter((node) => node instanceof LambdaNode).map(({ fn }) => fn))
    const { world, plan, fn } = this
    const streams = { service: this.resources.streams[0]!, failure: this.resources.streams[1]! }
    const track = this.resources.firstTrack
    const downstream = plan.downstream >= 0 ? systemOf(models.nodes[plan.downstream]!) : null
    const onChange = () => this.planNext()
    if (plan.stream >= 0) {
      const target = plan.onFailureQueue >= 0 ? models.allQueues[plan.onFailureQueue]! : null
      const context = {
        ...{ world, plan, fn, streams },
        settings: this.settings,
        onFailure: new OnFailure(world, fn, target, plan.limits.metadataBytes),
        due: world.state.part(new EventList()),
        laneOfKey: lanesOfKeys(world.keys, plan.parallelizationFactor),
        calling: null,
      }
      this.mapping = new StreamMapping(context, models.streams[plan.stream]!, track, downstream, onChange)
    } else if (plan.queue >= 0) {
      const queue = models.allQueues[plan.queue]!
      this.mapping = new QueueMapping(world, plan, fn, queue, streams, track, downstream, onChange)
    }
    this.planNext()
  }

  onTimer(_row: number, now: Micros): void {
    this.mapping?.onDue(now)
    this.planNext()
  }

  override set(field: string, value: number, now: Micros): void {
    // Whether anybody looked since then must make no difference.
    this.settle(now)
    super.set(field, value, now)
    this.mapping?.onSet(now)
    this.planNext()
  }

  /** A reserved concurrency of 0, and back: every invocation is throttled meanwhile; what runs goes on. */
  override act(action: string, _argument: number, _now: Micros): void {
    if (action === 'pause') this.fn.c[STOPPED] = 1
    if (action === 'resume') this.fn.c[STOPPED] = 0
  }

  /** Records of a shard that it has not settled before the one at this place; 0 when it reads no stream. */
  unsettledBefore(shard: number, place: number): number {
    return this.mapping instanceof StreamMapping ? this.mapping.shards[shard]!.unsettledBefore(place) : 0
  }

  /** A message came while one of its long polls waited (SQS.12). Returns whether it took any. */
  override serve(worker: number, now: Micros): boolean {
    const took = this.mapping instanceof QueueMapping && this.mapping.serve(worker - this.plan.firstWorker, now)
    this.planNext()
    return took
  }

  override get inside(): readonly number[] {
    return this.mapping?.running ?? []
  }

  /** Which queue its numbers of workers poll. */
  override pollsQueue(queue: number, worker: number): boolean {
    const { firstWorker, workers } = this.plan
    return queue === this.plan.queue && worker >= firstWorker && worker < firstWorker + workers
  }

  override settle(now: Micros): void {
    this.fn.environments.expire(now, this.settings.keepWarmMicros)
  }

  writeGauges(_now: Micros, out: Float64Array, start: number): number {
    const { c, environments } = this.fn
    let at = start
    for (const field of COUNTED) out[at++] = c[field]!
    out[at++] = environments.idle + c[RUNNING]!
    out[at++] = this.mapping?.backlog ?? 0
    out[at++] = this.mapping?.scale ?? 0
    return at
  }

  private planNext(): void {
    this.schedule(0, this.mapping?.dueAt ?? Infinity)
  }
}

const COUNTED = [
  ...[INVOCATIONS, RUNNING, THROTTLED, PROCESSED, FAILED, TIMED_OUT, RETRIED, DISCARDED, EXPIRED],
  ...[AGE, EFFECTS, DUPLICATES, DELIVERIES, COLD_STARTS, DESTINATION, DROPPED, WINDOWS, WINDOWS_EARLY, WINDOW_RECORDS],
]
