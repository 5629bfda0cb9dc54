import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { KAFKA_WORDS } from '../../src/aws/kafkaWords.ts'
import { LESSONS } from '../../src/scenario/course/catalogue.ts'
import { linkWords } from '../../src/scenario/glossary/linkWords.ts'
import { GLOSSARY, wordOf } from '../../src/scenario/glossary/words.ts'
import { CATALOGUE, loadCatalogue } from '../../src/scenario/library/catalogue.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { tryText } from '../../src/scenario/tryStep.ts'
import { hasTyped } from '../../src/shell/glossary/Glossary.tsx'
import { kafkaOf } from '../../src/shell/glossary/WordEntry.tsx'
import { PICTURES } from '../../src/shell/glossary/WordPicture.tsx'
import { glossaryText } from './glossaryText.ts'

let scenes: readonly Scenario[] = []
beforeAll(async () => {
  scenes = await loadCatalogue()
})
const idsIn = (text: string, before: string[] = []) => linkWords(text, before).flatMap(({ word }) => word ?? [])

test('the document has the words of the page, each with the same meaning', () => {
  const text = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
  expect(text).toContain(glossaryText())
})

test('each word has a picture, a scene that exists and a sentence; no picture is of no word', () => {
  expect(Object.keys(PICTURES).sort()).toEqual(GLOSSARY.map(({ id }) => id).sort())
  const ids = new Set(CATALOGUE.map(({ id }) => id))
  for (const { id, scene, meaning } of GLOSSARY) {
    expect(PICTURES[id], id).toBeTruthy()
    expect(ids, id).toContain(scene)
    expect(meaning, id).toMatch(/^[A-Z].*\.$/)
  }
})

test('no two words are written alike, and a name stands once', () => {
  const forms = GLOSSARY.flatMap((word) => word.forms)
  expect(new Set(forms).size).toBe(forms.length)
  expect(new Set(GLOSSARY.map(({ word }) => word)).size).toBe(GLOSSARY.length)
  expect(forms.filter((form) => form !== form.toLowerCase())).toEqual([])
})

test('a word of Kafka stands beside each of ours that has one', () => {
  const found = new Set(GLOSSARY.map((word) => kafkaOf(word)?.ours))
  // The service itself, a producer and an answered call are no words of the facts.
  const others = new Set(['the service itself', 'producer', 'call that is answered'])
  for (const { ours } of Object.values(KAFKA_WORDS)) expect(found.has(ours) || others.has(ours), ours).toBe(true)
})

describe('links in a text', () => {
  test('the first of each word, whole words alone, the longest that fits', () => {
    expect(idsIn('Shards and shards: a hash key range is no hash key.')).toEqual([
      'shard',
      'hash-key-range',
      'hash-key',
    ])
    expect(idsIn('resharded, queueing, sharding-like, recorded')).toEqual([])
    expect(idsIn('A shard keeps its records.', ['Two shards'])).toEqual(['record'])
  })

  test('the text stays as it is, whatever it is', () => {
    for (const text of ['', 'A shard', 'shard', '<b>shard</b> “queue”, messages.', '$& (queue) \\shard'])
      expect(
        linkWords(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })

  test('every word that a scene or lesson links to exists; each lesson has some', async () => {
    const without: string[] = []
    for (const { brief, id = '' } of scenes) {
      const texts = [brief.question, brief.watchFor, brief.whatYouLearn ?? '', ...brief.tryThis.map(tryText)]
      const ids = texts.flatMap((text) => idsIn(text))
      if (ids.length === 0) without.push(id)
      for (const word of ids) expect(wordOf(word), word).toBeDefined()
    }
    // What has no stream or queue in it may have no such word.
    expect(without.length, without.join(', ')).toBeLessThan(4)
    for (const { id, load } of LESSONS) {
      const texts = (await load()).steps.flatMap(({ says, asks = '' }) => [says, asks])
      expect(texts.flatMap((text) => idsIn(text)).length, id).toBeGreaterThan(10)
    }
  })
})

test('a word is found by its name, by what it means and by what Kafka calls it', () => {
  const found = (typed: string) => GLOSSARY.filter((word) => hasTyped(word, typed)).map(({ id }) => id)
  expect(found('visib')).toEqual(['visibility-timeout'])
  expect(found('consumer group')).toContain('application')
  expect(found('md5 128')).toEqual(['hash-key'])
  expect(found('zzz')).toEqual([])
  expect(found('').length).toBe(GLOSSARY.length)
})
