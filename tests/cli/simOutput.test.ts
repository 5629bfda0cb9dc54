import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'
import { type Schema, violations } from './schemaCheck.ts'
import { nodeOf, reportOf, sim } from './sim.ts'

const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/sim-output.schema.json', import.meta.url), 'utf8')) as Schema

describe.each(LIBRARY.map(({ id }) => id))('run %s --json', async (id) => {
  const report = await reportOf(id)

  test('keeps the schema', async () => {
    expect(violations(SCHEMA, report)).toEqual([])
  })

  test('tells which run it is', async () => {
    const scenario = builtIn(id)!
    const untilMicros = scenario.durationSeconds * 1_000_000
    expect(report).toMatchObject({ scenario: id, seed: scenario.seed, untilMicros, engine: ENGINE_VERSION })
  })

  test('lists every node once, sorted by id', async () => {
    const ids = report.nodes.map((node) => node.id)
    expect(ids).toEqual([...new Set(ids)].sort())
    expect(ids).toEqual(
      builtIn(id)!
        .nodes.map((node) => node.id)
        .sort(),
    )
  })

  test('loses no record and invents none', async () => {
    expect(nodeOf(report, 'producer').records.new).toBeGreaterThan(0)
    for (const { records } of report.nodes) {
      const { stored, notYetStored, held, dropped, givenUp } = records
      expect(stored + notYetStored + held + dropped + givenUp).toBe(records.new)
    }
  })

  test('sends nothing without an attempt', async () => {
    for (const { records, attempts, refusedAttempts, kind } of report.nodes) {
      if (kind === 'application' || kind === 'pool') continue
      const refused = Object.values(refusedAttempts).reduce((a, b) => a + b, 0)
      // What is neither stored nor refused is in a call now.
      const inCalls = attempts - records.stored - refused
      expect(inCalls).toBeGreaterThanOrEqual(0)
      expect(inCalls).toBeLessThanOrEqual(records.notYetStored)
    }
  })
})

describe('deliveries of a queue', async () => {
  test('are in flight, deleted, returned, expired or purged', async () => {
    // Work takes longer than the timeout, so all of it but purging happens.
    const report = await reportOf(
      'taking-turns',
      '--set',
      'queue.visibilityTimeoutSeconds=1',
      '--set',
      'queue.retentionHours=0.01',
    )
    const { deliveries, outcomes } = nodeOf(report, 'queue')
    const { inFlight, deleted, returned, expired, purged, deletedLate } = outcomes as Record<string, number>
    expect(inFlight! + deleted! + returned! + expired! + purged!).toBe(deliveries)
    expect(returned).toBeGreaterThan(0)
    expect(deletedLate).toBeLessThanOrEqual(returned!)
  })
})

describe('the schema', async () => {
  const report = await reportOf('same-traffic', '--until', '20')
  const changed = (change: (copy: Record<string, unknown> & { nodes: Record<string, unknown>[] }) => void) => {
    const copy = structuredClone(report) as never
    change(copy)
    return violations(SCHEMA, copy)
  }

  test('lets fields be added', async () => {
    expect(changed((copy) => Object.assign(copy, { later: 1 }))).toEqual([])
    expect(changed((copy) => Object.assign(copy.nodes[0]!, { later: { more: 1 } }))).toEqual([])
  })

  test.each<[string, Parameters<typeof changed>[0]]>([
    ['a field of the run is missing', (copy) => delete copy['seed']],
    ['a field of a node is missing', (copy) => delete copy.nodes[0]!['records']],
    ['a field of one kind is missing', (copy) => delete copy.nodes.find(({ kind }) => kind === 'queue')!['outcomes']],
    ['a count is negative', (copy) => Object.assign(copy.nodes[0]!, { attempts: -1 })],
    ['a count is no whole number', (copy) => Object.assign(copy.nodes[0]!, { processed: 0.5 })],
    ['a count is text', (copy) => Object.assign(copy.nodes[0]!, { backlog: '3' })],
    ['a refusal names no fact', (copy) => Object.assign(copy.nodes[0]!, { refusedAttempts: { throttled: 3 } })],
    ['the fingerprint is cut', (copy) => Object.assign(copy, { fingerprint: report.fingerprint.slice(1) })],
    ['a percentile is missing', (copy) => Object.assign(copy.nodes[2]!, { latencyMs: { p50: 1, p95: 2 } })],
  ])('refuses a report in which %s', async (_what, change) => {
    expect(changed(change)).not.toEqual([])
  })

  test('describes every field, and every number with its unit', async () => {
    const fields = fieldsOf(SCHEMA)
    expect(fields.length).toBeGreaterThan(40)
    for (const { name, schema } of fields) {
      expect(schema['description'], name).toEqual(expect.stringMatching(/\.$/))
      if (isNumber(schema)) expect(schema['description'], name).toContain('Unit: ')
    }
  })
})

test('without --json a run is a table for people', async () => {
  const { stdout } = await sim('run', 'two-shards', '--set', 'producer.rate=4000', '--until', '2')
  const [head, , columns] = stdout.split('\n')
  expect(head).toMatch(/^Two shards and their limit, seed 1, 0 to 2 s, fingerprint [0-9a-f]{16}$/)
  expect(columns).toMatch(/^node +new +attempts +refused +stored +not yet stored +held +dropped +given up/)
  expect(stdout).toMatch(/^stream: [\d,]+ refused by KIN1\.02$/m)
})

type NamedField = { name: string; schema: Schema }

function fieldsOf(schema: Schema, at = '$'): NamedField[] {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const own = properties
    .filter(([, field]) => !('const' in field))
    .map(([name, field]) => ({ name: `${at}.${name}`, schema: field }))
  const inside = [...properties, ...Object.entries((schema['$defs'] ?? {}) as Record<string, Schema>)]
  return [...own, ...inside.flatMap(([name, part]) => fieldsOf(part, `${at}.${name}`))]
}

const isNumber = ({ type, $ref }: Schema) =>
  ['integer', 'number'].includes(String(type)) || ['#/$defs/count', '#/$defs/duration'].includes(String($ref))
