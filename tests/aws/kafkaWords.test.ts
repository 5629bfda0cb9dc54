import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KAFKA_WORDS, type KafkaWord } from '../../src/aws/kafkaWords.ts'
import { SOURCES } from '../../src/aws/sources.ts'
import type { NodeKind } from '../../src/scenario/scenario.ts'

const words = Object.values<KafkaWord>(KAFKA_WORDS)
const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')

test('the glossary has every word, where its analogy breaks, its source and how sure it is', () => {
  const rows = words.map(
    ({ ours, kafka, breaks, source, confidence }) => `| ${ours} | ${kafka} | ${breaks} | ${source}, ${confidence} |`,
  )
  const section = glossary.slice(glossary.indexOf("## Kafka's words"), glossary.indexOf('## Simulation'))
  expect(section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ours'))).toEqual(rows)
})

test('every word of ours stands once, every word of Kafka has a sentence where it breaks and a known source', () => {
  expect(new Set(words.map(({ ours }) => ours)).size).toBe(words.length)
  for (const { kafka, breaks, source } of words) {
    expect(kafka).not.toBe('')
    expect(breaks).toMatch(/\.$/)
    expect(Object.keys(SOURCES)).toContain(source)
  }
})

test('what is drawn of AWS has a word of Kafka', () => {
  for (const kind of ['producer', 'stream', 'queue', 'application', 'pool', 'topic'] satisfies NodeKind[])
    expect(Object.keys(KAFKA_WORDS)).toContain(kind)
})
