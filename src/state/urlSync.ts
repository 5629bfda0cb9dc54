import { ENGINE_VERSION } from '../protocol/engineVersion.ts'
import { encodeLink } from '../scenario/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { atTime, withCourse, withWorkshop } from './linkTime.ts'
import type { Platform } from './platform.ts'
import { throttle } from './throttle.ts'
import type { Course, Workshop } from './viewStore.ts'

const WRITE_INTERVAL_MS = 500

export type UrlSync = {
  /** The document changed: it is encoded at once and written soon. */
  documentChanged: () => void
  /** Soon: at most twice a second. */
  ask: () => void
  /** At once: what is standing should be in the address bar before anybody can copy it. */
  now: () => void
  /** A link is being opened: until `resume` the address bar stays as it is. */
  hold: () => void
  resume: () => void
  /**
   * The absolute link of the moment of asking, never of an older document: it waits until this one is packed.
   * Null where the browser cannot pack it.
   */
  pageLink: () => Promise<string | null>
}

/**
 * Keeps the scenario and the playhead in the address bar, without history entries. Only a changed
 * document is compressed again, one at a time; a changed playhead is a change of text.
 */
export function createUrlSync(
  platform: Platform,
  present: () => { scenario: Scenario; playheadMicros: number },
  place: () => { course?: Course | undefined; workshop?: Workshop | undefined },
): UrlSync {
  let held = true
  let encoded: { scenario: Scenario; hash: string } | null = null
  let encoding: Promise<void> | null = null
  let waits = false

  const hashOf = (hash: string, micros: number) => withCourse(atTime(hash, micros), place().course)
  const presentHash = () => {
    const { scenario, playheadMicros } = present()
    return encoded?.scenario === scenario ? withWorkshop(hashOf(encoded.hash, playheadMicros), place().workshop) : null
  }

  async function encodeNewest() {
    try {
      while (encoded?.scenario !== present().scenario) {
        const { scenario, playheadMicros } = present()
        encoded = { scenario, hash: await encodeLink(scenario, ENGINE_VERSION, playheadMicros / 1e6) }
      }
    } catch {
      // A browser that cannot compress has no links; everything else still works.
      return
    } finally {
      encoding = null
    }
    if (waits) write()
  }

  /** One at a time; settles when the newest document is encoded, or cannot be. */
  function encode(): Promise<void> {
    if (presentHash() !== null) return Promise.resolve()
    encoding ??= encodeNewest()
    return encoding
  }

  function write() {
    waits = false
    if (held) return
    const hash = presentHash()
    if (hash === null) {
      waits = true
      void encode()
    } else if (hash !== platform.hash()) platform.replaceHash(hash)
  }
  const throttled = throttle(write, WRITE_INTERVAL_MS, platform.nowMs, platform.later)

  return {
    documentChanged() {
      throttled.ask()
      if (!held) void encode()
    },
    ask: throttled.ask,
    now: throttled.now,
    hold() {
      held = true
    },
    resume() {
      held = false
      throttled.now()
    },
    async pageLink() {
      const { playheadMicros } = present()
      await encode()
      const { scenario } = present()
      return encoded?.scenario === scenario ? platform.address() + hashOf(encoded.hash, playheadMicros) : null
    },
  }
}
