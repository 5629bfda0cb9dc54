import { expect, test } from 'vitest'
import { oneShard } from '../../src/scenario/library/oneShard.ts'
import { readDocument } from '../../src/state/workbench/readDocument.ts'
import { fileName, fileText } from '../../src/state/workbench/sceneFile.ts'

test('a file is called after its scene, whatever that is called', () => {
  expect(fileName('Two shards, no room!')).toBe('two-shards-no-room.json')
  expect(fileName('../../<b>Zürich</b>')).toBe('b-zürich-b.json')
  expect(fileName('…')).toBe('scene.json')
})

test('what was saved opens as the same document, notes and all', async () => {
  const scenario = { ...oneShard, brief: { ...oneShard.brief, notes: 'Wait for the first answer.\nThen run.' } }
  expect(await readDocument(fileText(scenario))).toEqual({ ok: true, scenario, dropped: [] })
})

test('a file that is no scene says why', async () => {
  const long = { ...oneShard, brief: { ...oneShard.brief, notes: 'n'.repeat(2001) } }
  for (const [text, says] of [
    ['hello', 'It is not the text of a scene.'],
    ['[]', 'This is not a Shardscope scenario.'],
    [fileText(long), 'Scenario.brief.notes must be at most 2000 characters.'],
    [`"${'x'.repeat(2_000_001)}"`, 'It is too long to be a scene.'],
    [
      JSON.stringify({ ...oneShard, version: 9 }),
      'This scenario has format 9; this page reads up to 1. Reload the page to get the newest one.',
    ],
  ] as const)
    expect(await readDocument(text)).toEqual({ ok: false, detail: says })
})
