import { expect, test } from 'vitest'
import { LIMITS, type LimitId } from '../../src/aws/index.ts'
import { readCode } from '../layers/sourceFiles.ts'

// `LIMITS[id].value` is us-east-1 today. Who reads it by itself and not by `limitFor` may do so only where every profile and
// Region has the same; anything else would be a value of another place that nobody is told of.

const READ = /LIMITS\[\s*'([^']+)'\s*\]/g

const readsOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).flatMap(([path, text]) =>
    [...text.matchAll(READ)].map(([, id]) => ({ path, id: id as LimitId })),
  )

function differs({ id }: { id: LimitId }): boolean {
  const { article, regions, value } = LIMITS[id]
  return regions !== undefined || (typeof article === 'object' && article.value !== value)
}

const lines = (reads: { path: string; id: LimitId }[]) => reads.filter(differs).map(({ path, id }) => `${path}: ${id}`)

test('no number that differs by profile or Region is read as it is in us-east-1 today', () => {
  const reads = readsOf(readCode('src')).filter(({ path }) => !path.startsWith('src/aws/'))
  expect(reads.length).toBeGreaterThan(20)
  expect(lines(reads)).toEqual([])
})

test('one that is read so would be found', () => {
  const texts = { 'src/scenario/a.ts': "[LIMITS['SQS.03'].value, LIMITS['SNS.03'].value, LIMITS['SQS.05'].value]" }
  expect(lines(readsOf(texts))).toEqual(['src/scenario/a.ts: SQS.03', 'src/scenario/a.ts: SNS.03'])
})
