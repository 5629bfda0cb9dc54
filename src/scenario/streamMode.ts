import { LIMITS } from '../aws/index.ts'
import { BOUNDS } from './bounds.ts'
import type { Scenario, StreamNode } from './scenario.ts'

export const isOnDemand = ({ capacityMode }: Pick<StreamNode, 'capacityMode'>): boolean =>
  capacityMode !== 'provisioned'

/** KIN5.09: what was asked for; without Advantage nothing can be. */
export const warmBytesOf = ({ capacityMode, warmBytesPerSecond }: StreamNode): number =>
  capacityMode === 'onDemandAdvantage' ? warmBytesPerSecond : 0

/**
 * Open shards at the start: what a provisioned stream says; an on-demand one has those for the 4 MB/s of every stream (KIN5.02), for
 * twice the highest rate before (KIN5.04), or for what it was warmed to (KIN5.09).
 */
export function shardsAtStart(stream: StreamNode): number {
  if (!isOnDemand(stream)) return stream.shards
  const bytes = Math.max(LIMITS['KIN5.02'].value, LIMITS['KIN5.04'].value * stream.peakBytesBefore, warmBytesOf(stream))
  return Math.min(BOUNDS.openShards, Math.ceil(bytes / LIMITS['KIN1.01'].value))
}

/** Whether the number of a stream's shards can change in this scene. */
export const changesShards = (stream: StreamNode, { interventions }: Scenario): boolean =>
  isOnDemand(stream) ||
  interventions.some(
    (step) =>
      step.node === stream.id && (step.action === 'set' ? step.field in SCALING : step.action !== 'setRetention'),
  )

/** Fields with which a stream scales by itself. */
export const SCALING = { capacityMode: true, warmBytesPerSecond: true }

/** Its capacity mode in words. */
export function modeText({ capacityMode }: Pick<StreamNode, 'capacityMode'>): string {
  if (capacityMode === 'provisioned') return 'provisioned'
  return capacityMode === 'onDemandStandard' ? 'on-demand' : 'on-demand Advantage'
}
