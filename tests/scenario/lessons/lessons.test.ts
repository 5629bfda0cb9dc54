import { describe, expect, test } from 'vitest'
import { LESSONS } from '../../../src/scenario/course/catalogue.ts'
import { judge } from '../../../src/scenario/course/judge.ts'
import { KINDS_SHOWN_MAX, kindsShown } from '../../../src/scenario/course/kindsShown.ts'
import type { LessonStep } from '../../../src/scenario/course/lesson.ts'
import { stepScene } from '../../../src/scenario/course/stepScene.ts'
import { loadBuiltIn } from '../../../src/scenario/index.ts'
import { answerIn, evidenceAt } from './evidence.ts'
import { RIGHT } from './rightActions.ts'

const lessons = await Promise.all(LESSONS.map(async (entry) => ({ entry, lesson: await entry.load() })))

async function sceneOf(step: LessonStep) {
  const scene = await loadBuiltIn(step.scene)
  if (scene === null) throw new Error(`no scene ${step.scene}`)
  return stepScene(scene, step)
}

describe.each(lessons)('$entry.id', ({ entry, lesson }) => {
  test('the gallery says of it what it is', () => {
    expect(entry).toMatchObject({ id: lesson.id, title: lesson.title, steps: lesson.steps.length })
    expect(lesson.steps.length).toBeGreaterThanOrEqual(8)
    expect(lesson.steps.length).toBeLessThanOrEqual(12)
    expect(RIGHT[lesson.id]).toHaveLength(lesson.steps.length)
    expect(lesson.steps.some(({ predict, sketch }) => predict !== undefined || sketch !== undefined)).toBe(true)
  })

  test.each(lesson.steps.map((step, i) => ({ number: i + 1, step })))(
    'step $number: not done at its start, done by the right action',
    async ({ number, step }) => {
      const scenario = await sceneOf(step)
      const at = step.atSeconds ?? 0
      for (const id of step.look ?? []) expect(scenario.nodes.map((node) => node.id)).toContain(id)
      expect([...kindsShown(scenario)].length).toBeLessThanOrEqual(KINDS_SHOWN_MAX)
      expect(step.says.split(/[.?!] /).length).toBeLessThanOrEqual(4)
      const right = RIGHT[lesson.id]?.[number - 1] ?? null
      if (step.check === undefined || right === null) {
        expect([step.check, right]).toEqual([undefined, null])
        return
      }
      expect(step.asks).toBeDefined()
      if (step.predict !== undefined) {
        const { answer, prediction } = answerIn(scenario, step.predict)
        expect(step.check).toMatchObject({ is: 'guess', beyondSeconds: prediction.atSeconds })
        expect(answer).toBeGreaterThanOrEqual(prediction.from)
        expect(answer).toBeLessThanOrEqual(prediction.to)
      }
      const before = judge(step.check, evidenceAt(scenario, at))
      expect(before.done, before.reads).toBe(false)
      const acted = right.does?.(scenario, Math.round(at * 1e6)) ?? scenario
      const after = judge(step.check, evidenceAt(acted, Math.max(at, right.to), right.with))
      expect(after.reads).not.toContain('unknown')
      expect(after.done, after.reads).toBe(true)
    },
  )

  test('what a step leaves out is part of its scene, and a later step brings it in', async () => {
    for (const [i, step] of lesson.steps.entries()) {
      const scene = await loadBuiltIn(step.scene)
      const shown = await sceneOf(step)
      for (const id of step.without ?? []) {
        expect(scene?.nodes.map((node) => node.id)).toContain(id)
        expect(shown.nodes.map((node) => node.id)).not.toContain(id)
        const later = lesson.steps.slice(i + 1).filter((other) => other.scene === step.scene)
        expect(later.some(({ without = [], look = [] }) => !without.includes(id) && look.length > 0)).toBe(true)
      }
    }
  })

  test('who only plays on gets past no step that asks for an action', async () => {
    for (const [i, step] of lesson.steps.entries()) {
      const right = RIGHT[lesson.id]?.[i]
      if (step.check === undefined || right?.does === undefined) continue
      const idle = judge(step.check, evidenceAt(await sceneOf(step), Math.max(step.atSeconds ?? 0, right.to)))
      expect(idle.done, `step ${i + 1}: ${idle.reads}`).toBe(false)
    }
  })
})

test('a node that was deleted leaves its check undone, and nothing throws', async () => {
  const scenario = await sceneOf({ says: '', scene: 'hot-key' })
  const empty = { ...scenario, nodes: [], links: [], interventions: [] }
  for (const { lesson } of lessons)
    for (const { check } of lesson.steps) {
      if (check === undefined || check.is === 'playhead' || check.is === 'guess') continue
      const evidence = { ...evidenceAt(scenario, 1), scenario: empty, value: () => 0, rate: () => 0 }
      expect(() => judge(check, evidence)).not.toThrow()
    }
})

test('no step shows more than twelve kinds of parts and marks, and most far fewer', async () => {
  const counts = await Promise.all(
    lessons.flatMap(({ lesson }) => lesson.steps.map(async (step) => kindsShown(await sceneOf(step)).size)),
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(KINDS_SHOWN_MAX)
  expect(counts.filter((count) => count <= 8).length).toBeGreaterThan(counts.length / 2)
  const whole = await sceneOf({ says: '', scene: 'two-teams' })
  const hidden = await sceneOf({ says: '', scene: 'two-teams', without: ['stream', 'billing', 'parcels'] })
  expect([kindsShown(whole).size, kindsShown(hidden).size]).toEqual([11, 6])
})
