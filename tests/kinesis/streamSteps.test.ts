import { describe, expect, test } from 'vitest'
import { EVERY_LIMIT } from '../../src/aws/otherLimits.ts'
import { createEngine, INTERVENTION_ANSWERS } from '../../src/engine/index.ts'
import { stepRefusal } from '../../src/scenario/index.ts'
import type { StreamNode } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { stepsOf } from '../engine/timeline.ts'
import { FACT_GROUPS } from '../facts/factRows.ts'
import { answersIn, reshardScene } from './reshardScene.ts'

/** Steps in a scene; the third column is what becomes of each. */
function expectSteps(stream: Partial<StreamNode>, drawing: string, durationSeconds = 600): void {
  const scenario = reshardScene(stream, drawing, { durationSeconds, rate: 1 })
  const steps = stepsOf(drawing)
  const draw = (seen: (i: number) => string) =>
    steps.map(({ seconds, action }, i) => `${seconds} ${action}: ${seen(i)}`)
  const answers = answersIn(scenario)
  expect(draw((i) => answers[i]!)).toEqual(draw((i) => steps[i]!.seen))
}

describe('steps that change a stream in a scene', () => {
  test('KIN4.03 one change at a time: while the stream is UPDATING every other is refused', () => {
    expectSteps(
      { shards: 2 },
      `
      10     split 0         done
      39.9   split 1         updating
      39.9   merge 0 1       updating
      39.9   count 4         updating
      39.9   retention 48    updating
      40.1   split 1         done
      `,
    )
  })

  test('KIN4.01 a split names an open shard, and a hash key inside of it', () => {
    const middle = 2n ** 127n
    expectSteps(
      { shards: 2 },
      `
      10     split 7                 noSuchShard
      20     split 0 at ${middle}    notInRange
      30     split 0 at 0            notInRange
      40     split 0 at 1            done
      `,
    )
  })

  test('KIN4.02 a merge takes two open neighbours', () => {
    expectSteps(
      { shards: 3 },
      `
      10     merge 0 2   notAdjacent
      20     merge 0 0   notAdjacent
      30     merge 1 0   done
      90     merge 3 0   shardClosed
      100    merge 3 2   done
      `,
    )
  })

  test('KIN4.04 a closed shard cannot be split again', () => {
    expectSteps(
      { shards: 1 },
      `
      10     split 0   done
      50     split 0   shardClosed
      60     split 1   done
      `,
    )
  })

  test('KIN4.06 a count goes to double at most and to half at least, ten times in 24 hours', () => {
    expectSteps(
      { shards: 4 },
      `
      10     count 9    countOutOfBounds
      20     count 1    countOutOfBounds
      30     count 8    done
      150    count 4    done
      300    count 8    done
      450    count 4    done
      600    count 8    done
      750    count 4    done
      900    count 8    done
      1050   count 4    done
      1200   count 8    done
      1350   count 4    done
      1500   count 8    tooManyCounts
      `,
      1700,
    )
  })

  test('KIN6.01 the retention period is raised and lowered in whole hours from 24 to 8,760', () => {
    expectSteps(
      { shards: 1, retentionHours: 48 },
      `
      10     retention 23      retentionOutOfBounds
      20     retention 8761    retentionOutOfBounds
      30     retention 24.5    retentionOutOfBounds
      40     retention 48      retentionUnchanged
      50     retention 24      done
      60     retention 8760    done
      `,
    )
  })

  test('a refused step changes nothing: the run is the same but for what is said of it', () => {
    const with_ = reshardScene({ shards: 2 }, '10  merge 0 1  x\n20  split 1  x')
    const engine = createEngine(compile(with_), 1)
    engine.run(600_000_000, Number.POSITIVE_INFINITY)
    expect(engine.streams[0]!.shards.length).toBe(3)
  })

  test('every refusal is told in words, with a fact that is in the ledger', () => {
    const ids = Object.values(FACT_GROUPS).flatMap((rows) => Object.keys(rows))
    for (const answer of INTERVENTION_ANSWERS) {
      const refusal = stepRefusal(answer)
      expect(refusal === null, answer).toBe(['notYet', 'done', 'noMessage'].includes(answer))
      const fact = refusal?.factId ?? null
      if (fact !== null) expect(Object.hasOwn(EVERY_LIMIT, fact) || ids.includes(fact), `${answer} ${fact}`).toBe(true)
    }
  })
})
