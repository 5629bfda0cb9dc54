import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import { compileDocument } from '../../src/worker/compile/document.ts'
import { OTHER_KINDS } from '../../src/worker/compile/otherKinds.ts'
import { node, scene, slowly } from '../life/lifeScene.ts'

const turn = (seconds: number, value: number) =>
  ({ at: seconds * 1e6, node: 'producer', action: 'set', field: 'hotShare', value }) as Intervention

/** The keys of a producer's records, one a second, in the order in which they are made. */
function keysOf(fields: object, interventions: Intervention[], seconds = 300): string[] {
  const of: Scenario = scene(
    [slowly({ rate: 10, keyCount: 20, ...fields }), node('stream')],
    ['producer>stream'],
    interventions,
  )
  const compiled = compileDocument(of, OTHER_KINDS)
  if (!compiled.ok) throw new Error(compiled.message)
  const engine = createEngine(compiled.plan, compiled.seed)
  const keys: string[] = []
  const { records, keys: names } = engine.world
  engine.watch({
    note: (step, reference) => step === 'made' && keys.push(names.names[records.keyOf(reference)]!),
  })
  engine.run(seconds * 1e6, Infinity)
  return keys
}

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
