import type { ToWorker } from '../protocol/messages.ts'

/** The part of a Worker that we use; tests put another one in its place. */
export type WorkerPort = {
  postMessage: (message: ToWorker, transfer: ArrayBuffer[]) => void
  terminate: () => void
  onMessage: (data: unknown) => void
  /** The worker threw, could not be started, or sent what could not be read. */
  onFailure: (message: string) => void
}

/** Text kept by the browser. Reading and writing may throw (full, forbidden). */
export type TextStore = {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
}

/** Everything of the browser that this layer touches, so that each test can bring its own. */
export type Platform = {
  createWorker: () => WorkerPort
  /** requestAnimationFrame */
  requestFrame: (run: (nowMs: number) => void) => void
  /** Wall clock in milliseconds; only differences are used. */
  nowMs: () => number
  /** setTimeout; the result cancels. */
  later: (run: () => void, afterMs: number) => () => void
  /** Unsigned 32-bit. */
  randomSeed: () => number
  /** The address without its hash. */
  address: () => string
  hash: () => string
  /** history.replaceState: no new entry, no hashchange event. */
  replaceHash: (hash: string) => void
  /** Somebody opened another address of this page; `hash` is that one's, whatever was written over it since. */
  onHashChange: (run: (hash: string) => void) => void
  /** This page was loaded by a reload, not by a link. */
  reloaded: () => boolean
  hidden: () => boolean
  /** Visibility changed. */
  onVisibility: (run: () => void) => void
  /** The page is about to go away. */
  onLeave: (run: () => void) => void
  /** Of this tab. */
  tabStore: TextStore
  /** Of this browser. */
  browserStore: TextStore
  /** Attributes of <html>. */
  setAttribute: (name: string, value: string) => void
  /** Milliseconds since the navigation started. */
  sinceNavigationMs: () => number
}
