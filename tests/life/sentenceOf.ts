import { lifeSentence } from '../../src/panels/inquiry/lifeSentence.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'

/** What the panel says at a moment of record `number` of the producer, behind who made it; nodes have their ids for names. */
export function sentenceOf(scene: Scenario, number: number, untilSeconds: number): string {
  const of = { ...scene, nodes: scene.nodes.map((node) => ({ ...node, name: node.id })) }
  const life = answerTo(of, { kind: 'life', producer: 'producer', number, untilMicros: untilSeconds * 1e6 })
  if (life.kind !== 'life') throw new Error(JSON.stringify(life))
  const sentence = lifeSentence(life, of)
  const start = `Record ${number}, key ${life.key}, was made by producer at `
  if (!sentence.startsWith(start)) throw new Error(sentence)
  return sentence.slice(start.length)
}

export type Case = [what: string, of: Scenario, number: number, untilSeconds: number, sentence: string]
