import { describe, expect, test } from 'vitest'
import { number } from '../../src/scenario/fields/field.ts'
import { awsTick } from '../../src/scenario/help/fieldHelp.ts'
import { ticksIn } from '../../src/scenario/help/ticksIn.ts'
import {
  addNode,
  decodeLink,
  defaultNode,
  diffLink,
  editEffect,
  encodeLink,
  fieldIn,
  fieldOf,
  parseScenario,
  problems,
  setField,
  setWhere,
  whereOf,
} from '../../src/scenario/index.ts'
import { whereProblem } from '../../src/scenario/problems/whereProblems.ts'
import type { QueueNode, Scenario } from '../../src/scenario/scenario.ts'
import { fixture } from './fixtures/build.ts'
import { builtIn } from './sixScenes.ts'

const MIB = 1_048_576
const scenario = fixture({
  title: 'Queues',
  ends: [],
  nodes: [defaultNode('queue', 'own', 0, 0), defaultNode('queue', 'set', 0, 0)],
})
const changed = setField(scenario, 'set', 'messageBytesLimit', 500_000, 0)
const limits = ({ nodes }: Scenario) => nodes.map((node) => (node as QueueNode).messageBytesLimit)
const parsed = (document: object) => {
  const result = parseScenario(document)
  if (!result.ok) throw new Error(result.message)
  return result.scenario
}

describe('profile and Region of a scenario', () => {
  test('are today and us-east-1 unless it names them', () => {
    expect(whereOf(scenario)).toEqual({ profile: 'today', region: 'us-east-1' })
    expect(parsed({ ...scenario, profile: 'today', region: 'us-east-1' })).toEqual(scenario)
    expect(setWhere(scenario, { profile: 'today' })).toBe(scenario)
  })

  test('SQS.03 what has the default of AWS gets that of the profile, what was set stays', () => {
    const article = setWhere(changed, { profile: 'article' })
    expect([limits(changed), limits(article)]).toEqual([
      [MIB, 500_000],
      [MIB / 4, 500_000],
    ])
    expect(setWhere(article, { profile: 'today' })).toEqual(changed)
  })

  test('a field that a document leaves out gets the default of its profile', () => {
    const [own, set] = [
      { kind: 'queue', id: 'own' },
      { kind: 'queue', id: 'set', messageBytesLimit: MIB },
    ]
    const article = parsed({ ...scenario, profile: 'article', nodes: [own, set] })
    expect(limits(article)).toEqual([MIB / 4, MIB])
  })

  test('a new node has the defaults of the profile', () => {
    expect(limits(addNode(setWhere(scenario, { profile: 'article' }), 'queue', 0, 0)).at(-1)).toBe(MIB / 4)
  })

  test('a Region that the ledger does not know is refused', () => {
    expect(parseScenario({ ...scenario, region: 'mars-north-1' })).toMatchObject({ ok: false, kind: 'damaged' })
    expect(parseScenario({ ...scenario, profile: 'tomorrow' })).toMatchObject({ ok: false, kind: 'damaged' })
  })

  test('another one is another run', () => {
    expect(editEffect(scenario, setWhere(scenario, { region: 'eu-west-1' }))).toBe('rerun')
  })

  test('a field knows its default, limit, choice and marks there', () => {
    const [record, article] = [
      fieldOf('stream', 'recordBytesLimit'),
      { profile: 'article', region: 'us-east-1' } as const,
    ]
    const message = fieldOf('queue', 'messageBytesLimit')
    if (record === undefined || message === undefined) throw new Error('The fields have other names now')
    expect(fieldIn(record, article).limit).toEqual({ factId: 'KIN1.04', value: MIB })
    expect(fieldIn(message, article)).toMatchObject({
      default: MIB / 4,
      limit: { factId: 'SQS.03', value: MIB / 4 },
    })
    const round = { value: 1000, label: 'a round value' }
    expect(ticksIn([awsTick('SQS.03'), round], message, article)).toEqual([
      { value: MIB / 4, label: 'AWS', factId: 'SQS.03' },
      round,
    ])
    expect(fieldIn(message, { profile: 'today', region: 'eu-west-1' })).toBe(message)
  })
})

describe('in links', () => {
  const elsewhere = setWhere(changed, { profile: 'article', region: 'eu-north-1' })

  test('a whole scenario keeps them, and defaults of its profile are left out', async () => {
    const link = await encodeLink(elsewhere, 1, 0)
    expect(await decodeLink(link)).toMatchObject({ ok: true, dropped: [], scenario: elsewhere })
    const kept = setField(elsewhere, 'own', 'messageBytesLimit', MIB, 0)
    expect(await decodeLink(await encodeLink(kept, 1, 0))).toMatchObject({ ok: true, scenario: kept })
    expect((await encodeLink(kept, 1, 0)).length).toBeGreaterThan(link.length)
  })

  test('a built-in scenario elsewhere is a difference that a person can type', async () => {
    const origin = builtIn('taking-turns')
    if (origin === null) throw new Error('There is no such scenario')
    const article = setWhere(origin, { profile: 'article', region: 'eu-west-1' })
    expect(diffLink(article)).toBe('#scenario=taking-turns&awsProfile=article&region=eu-west-1')
    const seeded = setField(article, 'queue', 'messageBytesLimit', MIB, 0)
    for (const one of [article, seeded])
      expect(await decodeLink(diffLink(one) ?? '')).toMatchObject({ ok: true, dropped: [], scenario: one })
  })

  test('what cannot be read is left out and listed', async () => {
    const read = await decodeLink('#scenario=taking-turns&awsProfile=tomorrow&region=mars')
    expect(read).toMatchObject({ ok: true, scenario: builtIn('taking-turns') })
    expect(read.ok && read.dropped).toEqual([
      'awsProfile must be today or article.',
      'region must be the code of a Region of AWS.',
    ])
  })
})

describe('what AWS does not have there is said', () => {
  const quota = number('quota', 'qu', {
    label: 'Shards of the account',
    unit: 'shards',
    min: 1,
    max: 1e6,
    default: 20_000,
    limit: { factId: 'KIN4.07', value: 20_000 },
  })
  const mode = {
    ...fieldOf('producer', 'whenFull')!,
    label: 'Capacity',
    choices: [
      { value: 'provisioned', label: 'provisioned' },
      { value: 'onDemand', label: 'on-demand', factId: 'KIN5.02' as const },
    ],
  }
  const article = { profile: 'article', region: 'us-east-1' } as const

  test('KIN4.07 a number lent by us-east-1 is named so; one that was set is not', () => {
    const north = { profile: 'today', region: 'eu-north-1' } as const
    expect(whereProblem(quota, 20_000, north)).toEqual({
      factId: 'KIN4.07',
      text: 'Shards of the account: AWS gives no value for it in eu-north-1; 20,000 shards is that of us-east-1.',
    })
    expect(whereProblem(quota, 6000, north)).toBeNull()
    expect(whereProblem(quota, 20_000, { ...north, region: 'us-west-2' })).toBeNull()
  })

  test('KIN5.02 a choice that the profile lacks', () => {
    expect(whereProblem(mode, 'onDemand', article)?.text).toBe(
      'Capacity, on-demand: Profile article has no KIN5.02: it came later, or the article does not know it.',
    )
    expect(whereProblem(mode, 'onDemand', { ...article, profile: 'today' })).toBeNull()
    expect(whereProblem(mode, 'provisioned', article)).toBeNull()
  })

  test('a scenario that uses nothing of the kind has no such problem', () => {
    const there = problems(setWhere(scenario, { profile: 'article', region: 'eu-north-1' }))
    expect(there.filter(({ text }) => text.includes('AWS gives no value') || text.includes('Profile article'))).toEqual(
      [],
    )
  })
})
