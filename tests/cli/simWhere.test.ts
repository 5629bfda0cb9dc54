import { expect, test } from 'vitest'
import { fingerprintOf, reportOf, sim } from './sim.ts'

const LARGE = ['taking-turns', '--set', 'producer.recordBytes=300000', '--until', '5']

test('SQS.03 a message of 300,000 B is taken today and refused in profile article', async () => {
  const [today, article] = [await reportOf(...LARGE), await reportOf(...LARGE, '--profile', 'article')]
  const stored = ({ nodes }: typeof today) => nodes.find(({ kind }) => kind === 'queue')?.records.stored
  expect(stored(today)).toBeGreaterThan(0)
  expect(stored(article)).toBe(0)
  expect([article.profile, article.region, article.problems]).toEqual(['article', 'us-east-1', []])
})

test('a limit that was set stays', async () => {
  const set = [...LARGE, '--set', 'queue.messageBytesLimit=1 MiB']
  expect((await reportOf(...set, '--profile', 'article')).nodes).toEqual((await reportOf(...LARGE)).nodes)
})

test('a Region without other limits gives the same run', async () => {
  expect(await fingerprintOf(...LARGE, '--region', 'eu-west-1')).toBe(await fingerprintOf(...LARGE))
})

test('the table says profile and Region where they are not the usual ones', async () => {
  expect((await sim('run', ...LARGE, '--region', 'eu-west-1')).stdout).toContain(', profile today, eu-west-1, seed')
  expect((await sim('run', ...LARGE)).stdout).not.toContain('us-east-1')
})

test.each([
  ['--profile', 'tomorrow', '--profile takes today, article, not tomorrow.'],
  ['--region', 'mars-north-1', 'not mars-north-1.'],
])('%s %s is one line and exit code 2', async (option, word, message) => {
  const { status, stdout, stderr } = await sim('run', ...LARGE, option, word)
  expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1])
  expect(stderr).toContain(message)
})
