import { floor } from '../kernel/detMath.ts'
import { CONSTANT, sampleUnitMean } from '../kernel/distributions.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { World } from '../world.ts'
import type { TurnableLambda } from './lambdaPlan.ts'

export const NO_FAILURE = 0
/** The work on a record failed. */
export const ERROR = NO_FAILURE + 1
/** The function ran longer than its timeout. */
export const TIMEOUT = ERROR + 1

/** The records that one invocation gets, in order; grows with the largest batch. Scratch, no part of a snapshot. */
export class Batch {
  references = new Uint32Array(1)
  /** Where the source has each of them. */
  places = new Uint32Array(1)
  /** 1 for each record whose work fails, or that the work does not come to. */
  failed = new Uint8Array(1)
  count = 0

  clear(): void {
    this.count = 0
  }

  add(reference: number, place: number): void {
    if (this.count === this.references.length) this.grow()
    this.references[this.count] = reference
    this.places[this.count++] = place
  }

  private grow(): void {
    const { references, places } = this
    const room = 2 * this.count
    this.references = new Uint32Array(room)
    this.places = new Uint32Array(room)
    this.failed = new Uint8Array(room)
    this.references.set(references)
    this.places.set(places)
  }
}

/** Random streams of the work. */
export type WorkStreams = { service: number; failure: number }

/** Whether the function fails on a record this time: by chance, or because it is the poison record. */
export function failsOn(
  reference: number,
  { failureShare, poisonRecord }: Readonly<TurnableLambda>,
  { random, records }: World,
  streams: WorkStreams,
): boolean {
  if (failureShare > 0 && random.unit(streams.failure) < failureShare) return true
  return poisonRecord > 0 && records.numberOf(reference) === poisonRecord
}

/** What an invocation will do, known when it begins: `failed` of its batch says which records it fails on. */
export type Work = {
  durationMicros: number
  failure: number
  /** Records from the front on which the work succeeds, one after another. */
  done: number
}

/**
 * The work of an invocation on its batch, one record after another. Unless it `goesOn` it ends with the first record that fails;
 * in any case it ends with the function's timeout, and what it has not come to by then has failed.
 */
export function workOn(
  batch: Batch,
  goesOn: boolean,
  settings: Readonly<TurnableLambda>,
  world: World,
  streams: WorkStreams,
): Work {
  const { batchMicros, serviceMicros, serviceSpread, timeoutMicros, failureShare, poisonRecord } = settings
  const { count, failed } = batch
  failed.fill(0, 0, count)
  if (batchMicros > timeoutMicros) {
    failed.fill(1, 0, count)
    return { durationMicros: timeoutMicros, failure: TIMEOUT, done: 0 }
  }
  if (serviceSpread === CONSTANT && failureShare === 0 && poisonRecord === 0) {
    const durationMicros = batchMicros + count * serviceMicros
    if (durationMicros <= timeoutMicros) return { durationMicros, failure: NO_FAILURE, done: count }
    const done = floor((timeoutMicros - batchMicros) / serviceMicros)
    failed.fill(1, done, count)
    return { durationMicros: timeoutMicros, failure: TIMEOUT, done }
  }
  const { random } = world
  let durationMicros = batchMicros
  let failure = NO_FAILURE
  let done = 0
  for (let i = 0; i < count; i++) {
    durationMicros += serviceMicros * sampleUnitMean(random, streams.service, serviceSpread, ERLANG_SHAPE)
    if (durationMicros > timeoutMicros) {
      failed.fill(1, i, count)
      return { durationMicros: timeoutMicros, failure: TIMEOUT, done: failure === NO_FAILURE ? i : done }
    }
    if (!failsOn(batch.references[i]!, settings, world, streams)) continue
    if (failure === NO_FAILURE) done = i
    failure = ERROR
    failed[i] = 1
    if (goesOn) continue
    failed.fill(1, i, count)
    return { durationMicros, failure, done }
  }
  return { durationMicros, failure, done: failure === NO_FAILURE ? count : done }
}
