import type { Gauges } from './gauges.ts'
import type { Platform } from './platform.ts'
import type { SessionRunner } from './sessionRunner.ts'

/**
 * Says on <html> what the page is doing, for end-to-end tests: `data-session`, `data-now`,
 * `data-fingerprint`. "Standing" is said only when the picture and the numbers are of that very
 * moment, so that whoever waits for it reads the right fingerprint.
 */
export function writeAttributes(platform: Platform, runner: SessionRunner, gauges: Gauges): void {
  const write = () => {
    const { state } = runner.store.getState()
    const { fingerprint, nowMicros } = gauges.read()
    const standing = state === 'paused' || state === 'ready'
    if (standing && !runner.settled()) return
    platform.setAttribute('data-now', String(nowMicros))
    platform.setAttribute('data-fingerprint', fingerprint)
    platform.setAttribute('data-session', state)
  }
  gauges.subscribe(write)
  runner.onChange((now, before) => {
    if (now !== before) write()
  })
  write()
}

/** For painters: the first moving message is on the screen. Later calls change nothing. */
export function createFirstMessageMark(platform: Platform): () => void {
  let marked = false
  return () => {
    if (marked) return
    marked = true
    platform.setAttribute('data-first-message', String(Math.round(platform.sinceNavigationMs())))
  }
}
