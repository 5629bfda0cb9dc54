import { expect } from 'vitest'
import { tellLife } from '../../src/cli/sim/tell.ts'
import { connect, defaultNode } from '../../src/scenario/index.ts'
import type { Intervention, NodeKind, Scenario, ScenarioNode } from '../../src/scenario/scenario.ts'

type Of<K extends NodeKind> = Extract<ScenarioNode, { kind: K }>

/** A node of a scene, named as its kind unless it is told otherwise. */
export function node<K extends NodeKind>(kind: K, fields: Partial<Of<K>> = {}): ScenarioNode {
  return { ...defaultNode(kind, fields.id ?? kind, 0, 0), ...fields } as ScenarioNode
}

/** One record a second, sent at once by calls that take no time. */
export const slowly = (fields: Partial<Of<'producer'>> = {}) =>
  node('producer', {
    rate: 1,
    recordBytes: 100,
    lingerMs: 0,
    callLatencyMs: 0,
    batchRecords: 1,
    keyCount: 1,
    ...fields,
  })

/** Links are written as `from>to`. */
export function scene(nodes: ScenarioNode[], links: string[], interventions: Intervention[] = []): Scenario {
  const empty: Scenario = {
    ...{ version: 1, title: '', seed: 1, durationSeconds: 600, nodes, links: [], interventions },
    brief: { question: '', watchFor: '', tryThis: [] },
  }
  const linked = links.reduce((so, link) => connect(so, ...(link.split('>') as [string, string])), empty)
  if (linked.links.length !== links.length) throw new Error('a link cannot be')
  return linked
}

/** The life of record `number` of the producer: seconds to the millisecond, one line each, without leading blanks. */
function lifeOfRecord(of: Scenario, number: number, untilSeconds: number): string[] {
  return tellLife(of, `producer:${number}`, untilSeconds)
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/^(\d+\.\d{3})\d{3} s {2}/, '$1 '))
}

/** What is told of record `number` of the producer at a moment, line by line. */
export function expectLife(of: Scenario, number: number, untilSeconds: number, told: string): void {
  expect(lifeOfRecord(of, number, untilSeconds)).toEqual(
    told
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  )
}

export const at = (seconds: number, id: string, action: Intervention['action'], more: object = {}) =>
  ({ at: seconds * 1_000_000, node: id, action, ...more }) as Intervention

/** One worker, 0.5 s for a message, calls that take no time. */
export const pool = (more: Partial<Of<'pool'>> = {}) =>
  node('pool', { workers: 1, callLatencyMs: 0, serviceMs: 500, ...more })

/** Messages come back after 5 s. */
export const quick = (more: Partial<Of<'queue'>> = {}) => node('queue', { visibilityTimeoutSeconds: 5, ...more })

/** Polls once a second, works 0.1 s for a record, a checkpoint after each batch. */
export const app = (more: Partial<Of<'application'>> = {}) =>
  node('application', {
    ...{ callLatencyMs: 0, pollIntervalMs: 1000, serviceMs: 100, checkpointSeconds: 0, prefetchBatches: 0 },
    ...more,
  })

/** 0.1 s for a record, no cold start. */
export const fn = (more: Partial<Of<'lambda'>> = {}) =>
  node('lambda', { coldStartMs: 0, batchMs: 0, serviceMs: 100, timeoutSeconds: 3, ...more })
