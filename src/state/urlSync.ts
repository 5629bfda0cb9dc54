import { ENGINE_VERSION } from '../protocol/engineVersion.ts'
import { encodeLink } from '../scenario/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Platform } from './platform.ts'
import { throttle } from './throttle.ts'

const WRITE_INTERVAL_MS = 500

/** Any other hash is a place on the page, not a link of ours. */
export const isLink = (hash: string): boolean => /^#(s|scenario)=/.test(hash)

export type UrlSync = {
  /** Soon: at most twice a second. */
  ask: () => void
  /** At once: what is standing should be in the address bar before anybody can copy it. */
  now: () => void
  /** A link is being opened: until `resume` the address bar stays as it is. */
  hold: () => void
  resume: () => void
}

/** Keeps the scenario and the playhead in the address bar, without history entries. */
export function createUrlSync(platform: Platform, present: () => { scenario: Scenario; playheadMicros: number }): UrlSync {
  let held = true
  let latest = 0

  async function write() {
    if (held) return
    latest += 1
    const mine = latest
    const { scenario, playheadMicros } = present()
    const hash = await encodeLink(scenario, ENGINE_VERSION, playheadMicros / 1e6)
    // Compression takes its time: a newer write, or a link that is being opened, wins.
    if (mine === latest && !held && hash !== platform.hash()) platform.replaceHash(hash)
  }
  const throttled = throttle(() => void write(), WRITE_INTERVAL_MS, platform.nowMs, platform.later)

  return {
    ask: throttled.ask,
    now: throttled.now,
    hold() {
      held = true
    },
    resume() {
      held = false
      throttled.now()
    },
  }
}
