import { defaultNode } from '../../src/scenario/defaults.ts'
import type { Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'
import { MODEL } from './model.ts'

const SECONDS = 1_000_000
const MILLIS = 1000

/** In the model even the hot key is met by chance among all keys; here `hotShare` is its whole share. */
const HOT_SHARE = MODEL.hotShare + (1 - MODEL.hotShare) / MODEL.keyCount
/**
 * The model's sizes have no key; ours count it (KIN1.01). Limits bind in the hot key's shard alone, where a key is 2.2 bytes
 * long on average ("0" is one byte, most others four): every limit in bytes is larger in that proportion.
 */
const MEAN_KEY_BYTES = 2.2
const MEAN_DATA_BYTES = MODEL.sizeMin + (MODEL.sizeSpan - 1) / 2
const withKeys = (bytes: number) => Math.round(bytes * (1 + MEAN_KEY_BYTES / MEAN_DATA_BYTES))

const producer = (index: number): ScenarioNode => ({
  ...defaultNode('producer', `producer-${index}`, 0, 100 * index),
  rate: SECONDS / MODEL.meanGapMicros,
  spacing: 'exponential',
  recordBytes: MODEL.sizeMin,
  recordBytesMax: MODEL.sizeMin + MODEL.sizeSpan - 1,
  keys: 'hottest',
  keyCount: MODEL.keyCount,
  keyPrefix: '',
  hotShare: HOT_SHARE,
  batchRecords: 1,
  callLatencyMs: 0,
  bufferRecords: 200_000,
  attemptsMax: 1 + MODEL.retriesMax,
  backoffBaseMs: MODEL.backoffMicros / MILLIS,
  jitter: 'half',
})

const stream: ScenarioNode = {
  ...defaultNode('stream', 'stream', 300, 0),
  shards: MODEL.shards,
  writeRecordsPerSecond: SECONDS / MODEL.microsPerRecord,
  writeBytesPerSecond: withKeys(MODEL.writeBurstMicros),
  // A shard saves up its largest record at least; no more than a second's bytes shall be saved up here.
  recordBytesLimit: withKeys(MODEL.writeBurstMicros),
  readCallsPerSecond: 0,
  readBytesPerSecond: withKeys(MODEL.readBytesPerMicro * SECONDS),
  getRecordsLimit: MODEL.recordsPerRead,
  getBytesLimit: withKeys(MODEL.bytesPerRead),
  // The model knows no pause after a full read. Nor does one happen here: no read comes near its limit in bytes.
  getPenaltySeconds: 0.05,
}

const application = (index: number): ScenarioNode => ({
  ...defaultNode('application', `application-${index}`, 600, 100 * index),
  workers: 1,
  pollIntervalMs: (MODEL.applications[index]?.pollIntervalMicros ?? 0) / MILLIS,
  pollPhaseMs: (index * MODEL.pollShiftMicros) / MILLIS,
  callLatencyMs: 0,
  recordsPerCall: MODEL.recordsPerRead,
  prefetchBatches: 0,
  serviceMs: (MODEL.applications[index]?.meanServiceMicros ?? 0) / MILLIS,
  serviceSpread: 'exponential',
})

/** The model as a document of ours: what the general engine is given. */
export function modelScenario(durationSeconds: number = MODEL.durationMicros / SECONDS): Scenario {
  const producers = Array.from({ length: MODEL.producers }, (_, index) => producer(index))
  const applications = MODEL.applications.map((_, index) => application(index))
  return {
    version: 1,
    title: 'The model of the bench',
    brief: { question: 'How fast is the engine?', watchFor: 'Records a second of processor time.', tryThis: [] },
    seed: MODEL.seed,
    durationSeconds,
    nodes: [...producers, stream, ...applications],
    links: [
      ...producers.map(({ id }) => ({ from: id, to: stream.id })),
      ...applications.map(({ id }) => ({ from: stream.id, to: id })),
    ],
    interventions: [],
  }
}
