import { describe, expect, it } from 'vitest'
import { frameByteLength, frameViews, HEADER } from '../../src/protocol/frame.ts'
import { createFrameLoop } from '../../src/state/frames.ts'
import { createFakePlatform } from './fakePlatform.ts'
import { LAYOUT } from './fakeWorker.ts'

function createLoop() {
  const page = createFakePlatform()
  const lent: { buffer: ArrayBuffer; windowMicros: number }[] = []
  const loop = createFrameLoop(
    page.platform.requestFrame,
    (buffer, windowMicros) => void lent.push({ buffer, windowMicros }),
  )
  const shown: number[] = []
  loop.onFrame((frame) => void shown.push(frame.header[HEADER.nowMicros] ?? -1))
  return {
    page,
    loop,
    lent,
    shown,
    /** The worker gives back the buffer lent latest. */
    giveBack(nowMicros: number) {
      const buffer = lent.at(-1)?.buffer ?? new ArrayBuffer(0)
      frameViews(buffer, LAYOUT.gaugeCount).header[HEADER.nowMicros] = nowMicros
      loop.receive(buffer)
    },
  }
}

describe('frames', () => {
  it('asks for nothing before a run is loaded', () => {
    const { page, loop, lent } = createLoop()
    loop.setPace('running')
    loop.touch()
    expect([page.framesDue(), lent.length]).toEqual([0, 0])
  })

  it('idle: asks once for each change, then never', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    page.animate()
    giveBack(5)
    page.animate()
    expect([lent.length, shown, page.framesDue()]).toEqual([1, [5], 0])
    loop.touch()
    loop.touch()
    page.animate()
    expect([lent.length, page.framesDue()]).toEqual([2, 0])
  })

  it('running: two buffers circulate, one animation frame each', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    for (let i = 1; i <= 6; i += 1) {
      page.animate(50)
      giveBack(i)
    }
    expect(shown).toEqual([1, 2, 3, 4, 5])
    expect(new Set(lent.map(({ buffer }) => buffer)).size).toBe(2)
    expect(page.framesAsked()).toBe(7)
  })

  it('running: a late worker is asked once, and the picture moves on with what there is', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    page.animate()
    giveBack(1)
    for (let i = 0; i < 4; i += 1) page.animate()
    expect([lent.length, shown]).toEqual([2, [1, 1, 1, 1]])
  })

  it('running: at sixty frames a second the worker is asked in every third one, and each is drawn', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    let given = 0
    for (let i = 0; i < 60; i += 1) {
      page.animate(1000 / 60)
      if (lent.length > given) giveBack((given += 1))
    }
    expect([lent.length, shown.length, new Set(shown).size]).toEqual([20, 59, 20])
  })

  it('the buffer on show is never with the worker', () => {
    const { page, loop, lent, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    for (let i = 1; i <= 5; i += 1) {
      page.animate(50)
      expect(lent.at(-1)?.buffer).not.toBe(loop.current()?.frame.buffer)
      giveBack(i)
    }
  })

  it('still: neither asks nor shows; what came meanwhile is shown later', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    page.animate()
    loop.setPace('still')
    giveBack(9)
    page.animate()
    loop.touch()
    expect([shown, lent.length, page.framesDue()]).toEqual([[], 1, 0])
    loop.setPace('running')
    page.animate()
    expect(shown).toEqual([9])
  })

  it('an animation frame that was asked for before the page was hidden paints nothing', () => {
    const { page, loop, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    page.animate()
    giveBack(3)
    loop.setPace('still')
    page.animate()
    expect(shown).toEqual([])
  })

  it('a frame from before a jump is not shown; its buffer is used again', () => {
    const { page, loop, lent, shown, giveBack } = createLoop()
    loop.begin(LAYOUT)
    loop.setPace('running')
    page.animate()
    loop.forget()
    giveBack(60)
    expect(loop.freshMicros()).toBeNull()
    page.animate()
    expect(lent[1]?.buffer).toBe(lent[0]?.buffer)
    giveBack(10)
    page.animate()
    expect([shown, loop.freshMicros()]).toEqual([[10], 10])
  })

  it('the old picture stays until the first frame of the new run', () => {
    const { page, loop, giveBack } = createLoop()
    loop.begin(LAYOUT)
    page.animate()
    giveBack(4)
    page.animate()
    const next = { ...LAYOUT, gaugeCount: 5 }
    loop.begin(next)
    expect(loop.current()?.layout).toBe(LAYOUT)
    page.animate()
    const buffer = new ArrayBuffer(frameByteLength(5))
    loop.receive(buffer)
    page.animate()
    expect([loop.current()?.layout, loop.current()?.frame.buffer]).toEqual([next, buffer])
  })

  it('a buffer of another size is not taken for a frame', () => {
    const { page, loop, shown } = createLoop()
    loop.begin(LAYOUT)
    page.animate()
    loop.receive(new ArrayBuffer(16))
    page.animate()
    expect(shown).toEqual([])
  })

  it('passes on how far back dots are wanted', () => {
    const { page, loop, lent } = createLoop()
    loop.setDotWindowMicros(5_000_000)
    loop.begin(LAYOUT)
    page.animate()
    expect(lent[0]?.windowMicros).toBe(5_000_000)
  })

  it('a listener that left is not called', () => {
    const { page, loop, giveBack } = createLoop()
    let calls = 0
    const leave = loop.onFrame(() => void (calls += 1))
    leave()
    loop.begin(LAYOUT)
    page.animate()
    giveBack(1)
    page.animate()
    expect(calls).toBe(0)
  })
})
