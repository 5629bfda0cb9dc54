import type { ByHand } from '../clients/byHand.ts'
import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import type { Producer } from '../clients/producer.ts'
import { Settings } from '../clients/settings.ts'
import type { Store } from '../clients/store.ts'
import type { WorkerPool } from '../clients/workerPool.ts'
import type { Downstream } from '../downstream/downstream.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { Seen } from '../metrics/seen.ts'
import type { MoveTask } from '../sqs/moveTask.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { StandardQueue } from '../sqs/standardQueue.ts'
import type { World } from '../world.ts'
import type { NodePlanBase } from './nodePlanBase.ts'

/** The models of a run, in the order of the plan. */
export type Models = {
  readonly producers: Producer[]
  readonly streams: Stream[]
  readonly queues: StandardQueue[]
  /** All queues of all kinds by the places that readers and senders name: standard ones first. */
  readonly allQueues: QueueModel[]
  /** Of each standard queue that takes another one's dead letters, how they are moved back (SQS.16). */
  readonly redrives: (MoveTask | null)[]
  readonly applications: KinesisApplication[]
  readonly pools: WorkerPool[]
  /** Nodes of the registered kinds. */
  readonly nodes: NodeModel[]
  /** Null unless a person makes calls. */
  readonly byHand: ByHand | null
}

/** What the numbering gives a node: its timers and tracks stand one after another. */
export type NodeResources = { firstTimer: number; firstTrack: number; streams: readonly number[] }

/** A node of a kind that registers itself. All that changes in it is in `world.state`. */
export abstract class NodeModel<P extends NodePlanBase = NodePlanBase> {
  readonly plan: P
  readonly settings: P['turnable']
  protected readonly world: World
  protected readonly resources: NodeResources

  constructor(world: World, plan: P, resources: NodeResources) {
    this.world = world
    this.plan = plan
    this.resources = resources
    this.settings = world.state.part(new Settings(plan.turnable)).values
  }

  /** The queue that it is; null for a node of another kind. */
  get asQueue(): QueueModel | null {
    return null
  }

  /** Finds the models that this one talks to; all have been built. */
  connect(_models: Models): void {}

  /** Timer `row` of this node is due. */
  abstract onTimer(row: number, now: Micros): void

  /** Writes the kind's gauges, those of the node and then those of each row, from `at` on; returns the place after the last. */
  abstract writeGauges(now: Micros, out: Float64Array, at: number): number

  /** A setting is turned. */
  set(field: string, value: number, _now: Micros): void {
    ;(this.settings as Record<string, number>)[field] = value
  }

  /** What a person does to it; the compiler lets through only what fits the kind. */
  act(_action: string, _argument: number, _now: Micros): void {}

  /** Whether it is the one that polls this queue by this number of a worker. */
  pollsQueue(_queue: number, _worker: number): boolean {
    return false
  }

  /** A message came while the long poll of this worker waited (SQS.12). Returns whether it took any. */
  serve(_worker: number, _now: Micros): boolean {
    return false
  }

  /** Records that are drawn one by one in its box, in the order of the drawing: what a heap holds, the first of each invocation. */
  get inside(): readonly number[] {
    return []
  }

  /** What it shows beside its gauges. */
  get seen(): Seen | null {
    return null
  }

  /** Everything lazily advanced is brought up to now. */
  settle(_now: Micros): void {}

  /** Bytes that its append-only logs hold. */
  get memoryBytes(): number {
    return 0
  }

  /** Rows of gauges: whatever the kind has several of. */
  get rowCount(): number {
    return 0
  }

  protected schedule(row: number, at: Micros): void {
    this.world.events.schedule(this.resources.firstTimer + row, at)
  }
}

/** A node that links can send to. */
export function storeOf(model: NodeModel): Store {
  if ('accept' in model) return model as unknown as Store
  throw new TypeError(`${model.plan.id} takes no records`)
}

/** A node that readers can call and wait for. */
export function systemOf(model: NodeModel): Downstream {
  if ('addCaller' in model) return model as unknown as Downstream
  throw new TypeError(`${model.plan.id} takes no calls`)
}
