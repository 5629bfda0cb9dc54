import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import { compileDocument } from '../../src/worker/compile/document.ts'
import { OTHER_KINDS } from '../../src/worker/compile/otherKinds.ts'
import { node, scene, slowly } from '../life/lifeScene.ts'

const turn = (seconds: number, value: number) =>
  ({ at: seconds * 1e6, node: 'producer', action: 'set', field: 'hotShare', value }) as Intervention

const keys: string[] = []

/** An engine after so many seconds; the keys of the producer's records stand in `keys`, in the order in which they were made. */
function played(fields: object, interventions: Intervention[], seconds: number) {
  const of: Scenario = scene(
    [slowly({ rate: 10, keyCount: 20, ...fields }), node('stream')],
    ['producer>stream'],
    interventions,
  )
  const compiled = compileDocument(of, OTHER_KINDS)
  if (!compiled.ok) throw new Error(compiled.message)
  const engine = createEngine(compiled.plan, compiled.seed)
  keys.length = 0
  const { records, keys: names } = engine.world
  engine.watch({
    note: (step, reference) => step === 'made' && keys.push(names.names[records.keyOf(reference)]!),
  })
  engine.run(seconds * 1e6, Infinity)
  return engine
}

function keysOf(fields: object, interventions: Intervention[], seconds = 300): string[] {
  played(fields, interventions, seconds)
  return [...keys]
}

test.each([
  [0.5, 2],
  [0.6, 10],
  [0.75, 8],
])(
  'a hottest key that is turned to %d: what was drawn for it beyond that goes to all of %d keys alike',
  (share, count) => {
    const keys = keysOf({ keys: 'hottest', keyCount: count, hotShare: 1 }, [turn(0, share)], 400)
    // All is drawn for the first key, so that the others have nothing but what they take in turn.
    const even = (1 - share) / count
    for (let key = 0; key < count; key++)
      expect(shareOf(keys, `user-${key}`)).toBeCloseTo(even + (key === 0 ? share : 0), 2)
  },
)

test('a key that becomes hot among many rare ones has a paint of its own', () => {
  const paintsOf = (interventions: Intervention[]) =>
    played({ keys: 'even', keyCount: 200 }, interventions, 0).world.keys.painted.map(({ paint, key }) => [paint, key])
  expect(paintsOf([])).toEqual([])
  expect(paintsOf([turn(100, 0.6)])).toEqual([[0, 'user-0']])
})

const shareOf = (keys: readonly string[], key = 'user-0') => keys.filter((one) => one === key).length / keys.length

test.each([
  ['even', 0.05],
  ['zipf', 0.28],
  ['hottest', 0.52],
])('a hot key begins at its moment: of %s keys those made before stay as they were', (keys, before) => {
  const calm = keysOf({ keys }, [])
  const hot = keysOf({ keys }, [turn(100, 0.6), turn(200, 0)])
  expect(hot.slice(0, 1000)).toEqual(calm.slice(0, 1000))
  expect(shareOf(calm)).toBeCloseTo(before, 1)
  // The even part of the others, too, has the first key.
  expect(shareOf(hot.slice(1000, 2000))).toBeGreaterThan(0.59)
  expect(shareOf(hot.slice(1000, 2000))).toBeLessThan(0.6 + 0.4 * 0.35)
  // At a share of 0 all is as chosen, but of the hottest key only its even part is left.
  if (keys !== 'hottest') expect(hot.slice(2000)).toEqual(calm.slice(2000))
  else expect(shareOf(hot.slice(2000))).toBeLessThan(0.1)
})
