import { expect, test } from 'vitest'
import { lastPaints } from '../../src/canvas/kinds/topicDrawing.ts'
import { HEADER } from '../../src/protocol/frame.ts'
import { topicFanOut } from '../../src/scenario/library/topicFanOut.ts'
import { runOf } from './frameAt.ts'

test('SNS.01 the copies of a topic have the paint of the message that came in, and each message has its own', () => {
  const { layout, frameAt } = runOf(topicFanOut)
  expect([...lastPaints('topic', frameAt(0, 10), layout)]).toEqual([])
  const seen = new Set<number>()
  for (let second = 10; second < 20; second += 0.25) {
    const frame = frameAt(second, 10)
    const paints = lastPaints('topic', frame, layout)
    expect([...paints.keys()].sort()).toEqual(['billing', 'parcels', 'topic'])
    const came = layout.tracks.findIndex(({ kind, to }) => kind === 'stored' && to === 'topic')
    const last = [...frame.dotTrack.subarray(0, frame.header[HEADER.dotCount])].lastIndexOf(came)
    expect(paints.get('topic')).toBe(frame.dotPaint[last])
    // Both have it at once or, between two steps of one moment, still the one before.
    expect(paints.get('billing')).toBe(paints.get('parcels'))
    if ((frame.dotAtMicros[last] ?? 0) < (second - 0.1) * 1e6) expect(paints.get('billing')).toBe(paints.get('topic'))
    seen.add(paints.get('topic') ?? -1)
  }
  expect([...seen].sort()).toEqual([0, 1, 2, 3])
})
