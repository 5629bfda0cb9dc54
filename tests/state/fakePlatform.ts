import type { Platform, TextStore } from '../../src/state/platform.ts'
import { createFakeWorker, type FakeWorker } from './fakeWorker.ts'

/** Storage as in a browser, that can be made to refuse. */
export function createFakeStore(kept: Record<string, string> = {}) {
  const texts = new Map(Object.entries(kept))
  let refuses = false
  const guard = () => {
    if (refuses) throw new DOMException('no room', 'QuotaExceededError')
  }
  const store: TextStore = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => {
      guard()
      texts.set(key, value)
    },
    removeItem: (key) => void texts.delete(key),
  }
  return { store, texts, refuse: (next: boolean) => void (refuses = next) }
}

/** A page whose clock, animation frames, address and storage belong to the test. */
export function createFakePlatform(
  options: { hash?: string; reloaded?: boolean; tab?: Record<string, string>; browser?: Record<string, string> } = {},
) {
  const workers: FakeWorker[] = []
  const tab = createFakeStore(options.tab)
  const browser = createFakeStore(options.browser)
  const attributes: Record<string, string> = {}
  let frames: ((nowMs: number) => void)[] = []
  let timers: { at: number; run: () => void }[] = []
  let nowMs = 0
  let hidden = false
  let hash = options.hash ?? ''
  let seed = 100
  let framesAsked = 0
  let frameMs = 0
  const hashesWritten: string[] = []
  const on = {
    hash: [] as ((hash: string) => void)[],
    visibility: [] as (() => void)[],
    leave: [] as (() => void)[],
  }

  const platform: Platform = {
    createWorker() {
      const worker = createFakeWorker()
      workers.push(worker)
      return worker.port
    },
    requestFrame(run) {
      framesAsked += 1
      frames.push(run)
    },
    nowMs: () => nowMs,
    later(run, afterMs) {
      const timer = { at: nowMs + afterMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    randomSeed: () => (seed += 1),
    address: () => 'https://example.test/lab/',
    hash: () => hash,
    replaceHash(next) {
      hash = next
      hashesWritten.push(next)
    },
    onHashChange: (run) => void on.hash.push(run),
    reloaded: () => options.reloaded ?? false,
    hidden: () => hidden,
    onVisibility: (run) => void on.visibility.push(run),
    onLeave: (run) => void on.leave.push(run),
    tabStore: tab.store,
    browserStore: browser.store,
    setAttribute: (name, value) => {
      attributes[name] = value
    },
    sinceNavigationMs: () => nowMs,
  }

  const worker = () => {
    const latest = workers.at(-1)
    if (latest === undefined) throw new Error('no worker was started')
    return latest
  }
  function animate(afterMs = 30) {
    const due = frames
    frames = []
    frameMs += afterMs
    for (const run of due) run(frameMs)
    return due.length > 0
  }

  /** Answers and animation frames until nothing stirs (a running page stirs for ever: so many rounds at most). */
  async function settle(rounds = 8) {
    for (let i = 0; i < rounds; i += 1) {
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      const answered = workers.map((each) => each.deliver()).includes(true)
      if (!animate() && !answered && i > 1) return
    }
  }

  return {
    platform,
    workers,
    worker,
    tab,
    browser,
    attributes,
    hashesWritten,
    framesAsked: () => framesAsked,
    framesDue: () => frames.length,
    hash: () => hash,
    /** One animation frame, so long after the one before. */
    animate,
    /** The clock moves and timers that are due run; nothing else happens. */
    pass(ms: number) {
      nowMs += ms
      const due = timers.filter((timer) => timer.at <= nowMs)
      timers = timers.filter((timer) => timer.at > nowMs)
      for (const timer of due) timer.run()
    },
    settle,
    /** Until something that takes its time (compression has its own thread) has come about. */
    async until(condition: () => boolean) {
      for (let i = 0; i < 500; i += 1) {
        if (condition()) return settle()
        await settle(2)
      }
      throw new Error('it did not come about')
    },
    setHidden(next: boolean) {
      hidden = next
      for (const run of on.visibility) run()
    },
    /** `writtenOver`: the page wrote its own hash between the typing and the news of it. */
    typeHash(next: string, writtenOver = false) {
      if (!writtenOver) hash = next
      for (const run of on.hash) run(next)
    },
    leave() {
      for (const run of on.leave) run()
    },
  }
}
