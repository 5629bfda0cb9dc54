import { describe, expect, test } from 'vitest'
import { FAULTS } from '../../../src/scenario/course/faultCatalogue.ts'
import { toldOf, withFix } from '../../../src/scenario/course/faultParts.ts'
import { judge } from '../../../src/scenario/course/judge.ts'
import { parseScenario } from '../../../src/scenario/parseScenario.ts'
import { evidenceAt } from './evidence.ts'

const faults = await Promise.all(FAULTS.map(async (entry) => ({ id: entry.id, entry, fault: await entry.load() })))

describe.each(faults)('$id', ({ entry, fault }) => {
  const { scene, symptom, atSeconds, causes, right } = fault

  test('is told in the gallery, is a document, and offers about five causes', () => {
    expect(entry).toMatchObject({ id: fault.id, title: fault.title, complaint: fault.complaint })
    expect(scene.id).toBeUndefined()
    expect(parseScenario(JSON.parse(JSON.stringify(scene)))).toMatchObject({ ok: true, dropped: [] })
    expect(causes.length).toBeGreaterThanOrEqual(4)
    expect(causes.length).toBeLessThanOrEqual(6)
    expect(causes[right]).toBeDefined()
  })

  test('the symptom is in the run, and every number that is said of it is known', () => {
    const evidence = evidenceAt(scene, atSeconds)
    const verdict = judge(symptom, evidence)
    expect(verdict.done, verdict.reads).toBe(true)
    for (const cause of causes) {
      expect(cause.evidence.split('{}')).toHaveLength(cause.told.length + 1)
      expect(toldOf(cause, evidence), cause.text).not.toMatch(/\?|NaN/)
    }
  })

  test.each(causes.map((cause, i) => ({ cause, i, text: cause.fixText })))('$text', ({ cause, i }) => {
    const verdict = judge(symptom, evidenceAt(withFix(scene, cause), atSeconds))
    expect(verdict.done, verdict.reads).toBe(i !== right)
  })
})
